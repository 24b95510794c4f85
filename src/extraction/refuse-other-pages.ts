import { RectoError } from '../model/errors/recto-error.ts';
import { countInk, measureText } from './choosing/text-measure.ts';
import type { PageContext } from './extraction-pass.ts';
import { findAll, findFirst, rawText } from './find-elements.ts';
import { metaValues } from './metadata/read-meta-tags.ts';

/**
 * A page with this many points is refused. One that declares itself an article may have more.
 *
 * The points and their limits were set by hand, so that the home pages, results and video pages of the tests are
 * refused and all but one of the thousand pages of WCXB are read: one sign, however strong, refuses no page.
 */
const MOST_POINTS = 3;
const BENEFIT_OF_DECLARED = 2;

/** Weighted characters of prose below which there is nothing to read. */
const NEXT_TO_NOTHING = 40;
const LITTLE = 600;
const SHORT_PARAGRAPH = 220;

/** The share of a text's characters that are in links: of a list, and of what may be one. */
const LINKED_IN_LIST = 0.4;
const LINKED_IN_MIXTURE = 0.25;

/** So many headings that are links, and such a share of all headings, are those of other pages. */
const LINKED_HEADINGS = 5;
const MOST_OF_HEADINGS = 0.6;

const HOME_PATH = /^\/(?:(?:index|default|(?:.*\/)?home)(?:\.\w+)?|[a-z]{2}(?:-[a-z]{2})?\/?)?$/i;
const SEARCH_PATH = /\/(?:search|suche|buscar|recherche|cerca|zoeken|sogou|s)(?:[/.]|$)/i;
const SEARCH_QUERY = /[?&](?:q|s|query|keywords?|search|wd|word|kw|text)=[^&]/i;
const VIDEO_PATH = /\/(?:watch|videos?|shorts|v_show|bangumi)(?:[/?.]|$)/i;

/**
 * Throws `not-an-article` for home pages, search results and video pages. It is generous: to refuse an article is worse
 * than to show a list of headlines.
 */
export function refuseOtherPages(body: HTMLElement, page: PageContext): void {
  if (isShort(body) && !isAllThereIs(page.live)) {
    const prose = measureText(body).get(body)?.prose ?? 0;
    if (prose < NEXT_TO_NOTHING) throw new RectoError('not-an-article');
  }
  const allowed = MOST_POINTS + (declaresArticle(page.clone) ? BENEFIT_OF_DECLARED : 0);
  if (weigh(body, page) >= allowed) throw new RectoError('not-an-article');
}

const isShort = (body: HTMLElement): boolean => rawText(body).trim().length < 2 * NEXT_TO_NOTHING;

/**
 * Whether a short page (a note, a text file, two pictures) contains nothing that could still fill it, or that could be
 * its purpose.
 */
const isAllThereIs = (live: Document): boolean =>
  isShort(live.body) && !findFirst(live, 'script, form, iframe, video, canvas');

/**
 * How much speaks against a page that has text. The form of its text counts only where the address or the declared type
 * speaks against it, too: a list of links may be what the person wants to read.
 */
function weigh(body: HTMLElement, { url, clone }: PageContext): number {
  const { pathname, search } = URL.canParse(url) ? new URL(url) : { pathname: '/x', search: '' };
  const isHome = HOME_PATH.test(pathname);
  const isSearch = SEARCH_PATH.test(pathname);
  let points = isHome && !search ? 1 : 0;
  if (SEARCH_QUERY.test(search) && (isSearch || isHome)) points += 2;
  else if (isSearch) points++;
  if (/^video/i.test(metaValues(clone, 'og:type')[0] ?? '') || VIDEO_PATH.test(pathname)) points += 1.5;
  return points && points + weighText(body);
}

/** How much the form of a text speaks against it: links, headings that are links, and no long paragraph. */
function weighText(body: HTMLElement): number {
  let points = 0;
  const whole = measureText(body).get(body);
  const linked = whole ? whole.linked / whole.chars : 0;
  if (linked > LINKED_IN_LIST) points += 1.5;
  else if (linked > LINKED_IN_MIXTURE) points += 0.5;
  const headings = findAll(body, 'h1, h2, h3, h4');
  const links = headings.filter((heading) => findFirst(heading, 'a[href]') || heading.closest('a[href]')).length;
  if (links >= LINKED_HEADINGS && links > headings.length * MOST_OF_HEADINGS) points += 1.5;
  if ((whole?.prose ?? 0) < LITTLE) points++;
  const longest = Math.max(0, ...findAll(body, 'p, div, li, td').map((element) => ownProse(element)));
  if (longest < SHORT_PARAGRAPH) points += 0.5;
  return points;
}

/** Text of an element that has no blocks inside. */
function ownProse(element: Element): number {
  return findFirst(element, 'p, div, li, td') ? 0 : countInk(rawText(element));
}

function declaresArticle(page: Document): boolean {
  return /article/i.test(metaValues(page, 'og:type')[0] ?? '') || !!metaValues(page, 'article:published_time')[0];
}
