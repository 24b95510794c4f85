import { type PageSeries, pageSeries } from '../../model/address/page-series.ts';
import type { Article } from '../../model/article.ts';
import { pattern } from '../../model/pattern.ts';
import { attributeOf, findAll, findFirst, rawText } from '../find-elements.ts';
import { resolveAddress } from '../resolve-address.ts';

/** Whole labels of links to the next page, without marks around them. Links to the next article say more. */
const NEXT = pattern()`
  ^(?:
    next(?: page)?|continue(?: to)?(?: (?:the )?next page)?|page 2|2
    |下一?[页頁]|后一页|第 ?[2二] ?[页頁]
    |次の?(?:ページ|頁)|次へ|2 ?ページ(?:目)?
    |다음(?: ?페이지)?
    |(?:nächste |weiter zur nächsten )?seite(?: 2)?|weiter|nächste seite
    |(?:page )?suivante?|(?:página )?siguiente|próxima(?: página)?|(?:página )?seguinte|(?:pagina )?successiva|volgende(?: pagina)?
    |следующая(?: страница)?|далее|(?:الصفحة )?التالية?
  )$`;
/** Boxes whose page links are about something else than the article. */
const ELSEWHERE =
  'aside, form, dialog, [role=complementary], [class*=comment i], [id*=comment i], [class*=related i], [class*=review i]';
/** Characters; a longer text is no label. */
const LONGEST_LABEL = 30;
/** Pages with more links are not searched. */
const MOST_LINKS = 5_000;
/** More headings that are links as a whole make a list of articles. */
const MOST_LINKED_HEADINGS = 1;
const ARTICLE = /"@type"\s*:\s*(?:\[\s*)?"(?:\w*NewsArticle|Article|BlogPosting|Report|TechArticle|ScholarlyArticle)"/;
const LIST = /"@type"\s*:\s*(?:\[\s*)?"(?:CollectionPage|SearchResultsPage|Blog|ItemList|DiscussionForumPosting)"/;

/**
 * The series of pages of an article, if the page in front is its first. Null where the article is whole, where it is a
 * thread or a list, and where what is called next is another article. `body` is the sanitised article.
 */
export function findNextPage(page: Document, article: Article, body: ParentNode): PageSeries | null {
  const found = seriesOf(page, article.url);
  if (!found || isThread(body) || isList(body)) return null;
  return found.isLikeList && !isDeclaredArticle(page) ? null : found;
}

function seriesOf(page: Document, address: string): PageSeries | null {
  const declared = findAll(page, 'link[rel~=next i]').map((link) => ({ link, said: null }));
  const links = findAll(page, 'a[href]');
  if (links.length > MOST_LINKS) return null;
  for (const { link, said } of [...declared, ...links.flatMap(asNextLink)]) {
    const next = addressIn(link, page.baseURI);
    const series = next && pageSeries(address, next, said);
    if (series) return series;
  }
  return null;
}

/** A link that says or declares that it leads to the next page, with the number in its label. */
function asNextLink(link: Element): { link: Element; said: number | null }[] {
  const isDeclared = /(?:^|\s)next(?:\s|$)/i.test(attributeOf(link, 'rel'));
  const said = [rawText(link), attributeOf(link, 'aria-label'), attributeOf(link, 'title')].map(labelOf);
  const next = said.find((label) => NEXT.test(label));
  if ((next === undefined && !isDeclared) || isElsewhere(link)) return [];
  return [{ link, said: next !== undefined && /[2二]/.test(next) ? 2 : null }];
}

function labelOf(text: string): string {
  const label = text.trim();
  if (label.length > LONGEST_LABEL) return '';
  return label
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** `body` itself does not count: it may be named `has-comments`. */
function isElsewhere(link: Element): boolean {
  const box = link.closest(ELSEWHERE);
  return box !== null && !box.matches('html, body');
}

/** Whether the article is a thread: each post is an `article`, with its author first where known. */
function isThread(body: ParentNode): boolean {
  const posts = [...body.children].filter(({ nodeName }) => nodeName === 'ARTICLE');
  const isSigned = (post: Element) =>
    findFirst(post, ':scope > p:first-child > :is(strong, small):first-child') !== null;
  if (posts.length === 0) return false;
  return posts.every(isSigned) || (posts.length > 1 && posts.length === body.children.length);
}

function isList(body: ParentNode): boolean {
  const isLink = (heading: Element) => rawText(findFirst(heading, 'a[href]')).trim() === rawText(heading).trim();
  return findAll(body, 'h1, h2, h3, h4').filter(isLink).length > MOST_LINKED_HEADINGS;
}

function isDeclaredArticle(page: Document): boolean {
  const data = findAll(page, 'script[type="application/ld+json"]').map(rawText).join('\n');
  if (LIST.test(data)) return false;
  if (ARTICLE.test(data)) return true;
  return (
    findFirst(page, 'meta[property="og:type"][content="article" i], meta[property="article:published_time"]') !== null
  );
}

function addressIn(link: Element, base: string): string | null {
  const said = attributeOf(link, 'href').trim();
  return said ? resolveAddress(said, base) : null;
}
