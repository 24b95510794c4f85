import { attributeOrNull, findFirst, rawText } from '../find-elements.ts';
import { findNamed } from '../find-named.ts';
import { cleanByline } from './clean-byline.ts';
import { findAnnouncedName } from './find-announced-name.ts';
import { isOutsideArticle, spacedText } from './is-outside-article.ts';
import { readLinkedData } from './read-linked-data.ts';
import { metaValues } from './read-meta-tags.ts';
import { isSiteName, readSiteNames, squeeze } from './site-names.ts';

const META = (
  'author article:author article:author_name parsely-author sailthru.author dc.creator dcterms.creator ' +
  'citation_author byl cxenseparse:author og:article:author content_author'
).split(' ');

/** Selectors of elements that hold an author's name, the most reliable first. */
const MARKED = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"], a[rel~="author"], .author.vcard .fn',
  '[class*="author" i][class*="name" i], [class*="contributor" i][class*="name" i], [class*="writer" i][class*="name" i]',
  '[class*="byline" i] a, .author a, .autor a, [href*="/author/"], [href*="/authors/"], [href*="/autor/"]',
  '.post-author, .article-author, .submitted .username',
  '[class*="byline" i], .author',
  '[class*="author" i]:not([class*="author" i] [class*="bio" i]):not([class*="author-desc" i]), #author, .autor, .autore, .auteur, .writer, ' +
    '.yazar, .szerzo, .sv_member',
  'a[href*="/profile/"]:not([href*="//bsky."]), a[href*="/people/"]:not([href$=".pdf"])',
];

/** The account that published the page, which is taken when no author is named. */
const ACCOUNT = ['#js_name, main [class*="nickname" i], [role~="main"] a[href*="/u/"], [data-testid*="author"]'];

/** The end of the name of a newspaper, an agency or a desk. */
const PUBLISHER = /(?:[社网網报報部闻聞ス]|일보|신문|뉴스|방송)$/;

/**
 * Who wrote the article, names joined by commas; null when the page does not say. JSON-LD, meta tags, marked elements
 * and lines that announce an author are asked in this order, and the first that names a person wins. A site or an
 * account is taken only when no person is named.
 */
export function chooseByline(page: Document, url: string): string | null {
  const sites = readSiteNames(page, url);
  const { authors } = readLinkedData(page);
  const title = squeeze(rawText(findFirst(page, 'title')));
  // The title may end with the name of the site. A single word in lower case (`editor3`, `redazione`) is an account,
  // which is believed only where JSON-LD names authors, since forums name their members there.
  const isAccount = (name: string) => !authors[0] && /^[a-z\d_-]+$/.test(name);
  const rank = (name: string) =>
    isSiteName(name, sites, 'whole') || PUBLISHER.test(name) || title.endsWith(squeeze(name)) || isAccount(name)
      ? 0
      : isPersonal(name)
        ? 2
        : 1;
  let choice: string | null = null;
  for (const read of [
    () => joinNames(authors),
    () => fromMeta(page),
    // The last of `MARKED`, links to people, is less reliable than an account that is known already.
    () => fromElements(page, choice && isAccount(choice) ? MARKED.slice(0, -1) : MARKED),
    () => findAnnouncedName(page),
    () => fromElements(page, ACCOUNT),
  ]) {
    const name = read();
    if (name && rank(name) > (choice ? rank(choice) : -1)) choice = name;
    if (choice && rank(choice) > 0) break;
  }
  return choice && withoutSite(choice, (piece) => isSiteName(piece, sites, 'whole'));
}

/** Whether a name looks like a person's: two words with a capital, or a script without capitals. `jdoe42` does not. */
const isPersonal = (name: string) => /[A-Z]\S*\s+\S/.test(name) || /\p{Lu}\S*\s+\S|\p{Lo}{2}/u.test(name);

/** Drops the name of the site after the author's: `Jane Doe, The Daily`. */
function withoutSite(name: string, isSite: (piece: string) => boolean): string {
  const pieces = name.split(', ');
  return pieces.length > 1 && isSite(pieces.at(-1) ?? '') ? pieces.slice(0, -1).join(', ') : name;
}

function joinNames(names: readonly string[]): string | null {
  const found = new Map<string, string>();
  for (const name of names) {
    const clean = cleanByline(name);
    if (clean) found.set(squeeze(clean), clean);
  }
  const list = [...found.values()].slice(0, 8);
  return list.length > 0 ? list.join(', ') : null;
}

function fromMeta(page: Document): string | null {
  for (const key of META) {
    const names = joinNames(metaValues(page, key).map(givenNameFirst));
    if (names) return names;
  }
  for (const index of ['1', '2']) {
    if (/^(?:written by|author|von|par)/i.test(metaValues(page, `twitter:label${index}`)[0] ?? ''))
      return cleanByline(metaValues(page, `twitter:data${index}`)[0]);
  }
  return null;
}

/** Turns `Tishby, Naftali`, as library catalogues write names, into `Naftali Tishby`. */
const givenNameFirst = (name: string) =>
  !name.includes(', ') ? name : name.replace(/^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}.'’ -]*)$/u, '$2 $1');

/**
 * More words than a name and a job have. In Han or Hangul three words are already too many: the last is a description.
 */
const WORDY = /(?:\s\S+){8}|[\u3000-\uffff]\s\S+\s[\u3000-\uffff]/;

/** What stands before the name of somebody who did something else than write the article. */
const NO_AUTHOR = /(?:review|check|edit)ed by\s*$/i;

function fromElements(page: Document, places: readonly string[]): string | null {
  let fallback: string | null = null;
  for (const selector of places) {
    for (const element of findNamed(page, selector)) {
      if (isOutsideArticle(element.parentElement) || NO_AUTHOR.test(rawText(element.previousSibling))) continue;
      const name = nameOf(element);
      if (!name) continue;
      if (isPersonal(name)) return joinNames([name, ...namesBehind(element, selector)]);
      fallback ??= name;
    }
  }
  return fallback;
}

/** The names in the elements that follow one of `selector`, with *and* between them. */
function namesBehind(element: Element, selector: string): string[] {
  const next = element.nextElementSibling;
  if (!next?.matches(selector) || !AND.test(rawText(next.previousSibling))) return [];
  return [nameOf(next) ?? '', ...namesBehind(next, selector)];
}

const AND = /^\s*(?:[&、/]|and|und|et|og|och|en|[eyi]|и)\s*$/;

/** The name in an element, without a date beside it. */
function nameOf(element: Element): string | null {
  const day = findFirst(element, 'time');
  const text = attributeOrNull(element, 'content') ?? spacedText(element).replace(day ? spacedText(day) : '|', '|');
  const name = text.length < 200 ? cleanByline(text) : null;
  return name && name.length <= 80 && !WORDY.test(name) ? name : null;
}
