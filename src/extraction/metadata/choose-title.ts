import { cleanText } from './clean-text.ts';
import { readLinkedData } from './read-linked-data.ts';
import { readMetaTags } from './read-meta-tags.ts';
import { isSiteName, readSiteNames, type SiteNames, squeeze } from './site-names.ts';
import { stripSiteName } from './strip-site-name.ts';

/** Headings that announce the article's title in their markup. */
const MARKED = '[itemprop~="headline"], .entry-title, .post-title, .article-title, .article__title, .headline, .rich_media_title, #activity-name';

/**
 * The article's own title: the heading on the page that agrees with what the head declares, else the declared title
 * without the site's name. Null when the page names itself nowhere.
 */
export function chooseTitle(page: Document, url: string): string | null {
  const sites = readSiteNames(page, url);
  const declared = declaredTitles(page, sites);
  const heading = agreeingHeading(page, declared, sites);
  return heading ?? declared[0] ?? null;
}

/** Titles of the head, most telling first, each without the site's name. */
function declaredTitles(page: Document, sites: SiteNames): string[] {
  const tags = readMetaTags(page);
  const raw = [
    ...(tags.get('og:title') ?? []),
    ...(tags.get('citation_title') ?? []),
    ...(tags.get('twitter:title') ?? []),
    ...(tags.get('dc.title') ?? []),
    ...readLinkedData(page).headlines,
    cleanText(page.querySelector('title:not(svg title)')?.textContent),
  ];
  const titles = raw.flatMap((title) => (title && !isSiteName(title, sites) ? stripSiteName(title, sites) : []));
  return [...new Set(titles)];
}

function agreeingHeading(page: Document, declared: string[], sites: SiteNames): string | null {
  let best: { text: string; score: number } | null = null;
  for (const heading of page.querySelectorAll(`h1, h2, h3, ${MARKED}`)) {
    const text = cleanText(headingText(heading));
    if (!text || text.length < 2 || isSiteName(text, sites)) continue;
    const rank = heading.tagName === 'H1' ? 0.1 : heading.matches(MARKED) ? 0.05 : 0;
    const score = Math.max(0, ...declared.map((title) => agreement(text, title))) + rank;
    if (score > (best?.score ?? 0)) best = { text, score };
  }
  return best && best.score >= 0.6 ? stripSiteName(best.text, sites) : null;
}

/** Text of a heading without what is only for screen readers or a permalink mark. */
function headingText(heading: Element): string {
  const copy = heading.cloneNode(true) as Element;
  for (const extra of copy.querySelectorAll('script, style, svg, .sr-only, .visually-hidden, .screen-reader-text, .headerlink, .anchor, button')) extra.remove();
  for (const br of copy.querySelectorAll('br')) br.replaceWith(' ');
  return copy.textContent ?? '';
}

/** Dice coefficient of the words (characters in Han and Kana) of two titles: 1 when they are the same. */
export function agreement(one: string, two: string): number {
  if (squeeze(one) === squeeze(two)) return 1;
  const [a, b] = [wordsOf(one), wordsOf(two)];
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

function wordsOf(text: string): Set<string> {
  return new Set(text.normalize('NFKC').toLowerCase().match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{L}\p{N}]+/gu) ?? []);
}
