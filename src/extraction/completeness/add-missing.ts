import type { Article } from '../../model/article.ts';
import { QUOTE_LENGTH } from '../../model/reading-position.ts';
import { lettersAndDigits } from '../../model/text/letters.ts';
import { isBlock } from '../block-text.ts';
import { findAll, makeElement } from '../find-elements.ts';
import { withBody } from '../with-body.ts';
import type { MissingBlock } from './find-missing.ts';
import { type PageBlock, parentOf } from './page-block.ts';

/** What the page shows and the article lacks. */
export interface Incompleteness {
  /** How many paragraphs. */
  count: number;
  /** The article with them. */
  complete: Article;
  /** The beginning of the first missing paragraph, by which it is found in the body. */
  first: string;
}

/** Letters of a paragraph that are enough to find it. */
const ENOUGH = 60;

/** Boxes that a paragraph from elsewhere in the page must not enter. */
const CLOSED = /^(?:LI|UL|OL|DL|DD|DT|BLOCKQUOTE|TABLE|TBODY|TR|TD|TH|FIGURE|DETAILS)$/;

/**
 * The article with the missing paragraphs at their places. `toFragment` sanitises. The page is only read: copies are
 * made in a document where no handler runs and nothing is fetched.
 */
export function addMissing(
  article: Article,
  missing: readonly MissingBlock[],
  toFragment: (html: string) => DocumentFragment,
): Incompleteness | null {
  const inert = document.implementation.createHTMLDocument('');
  const box = makeElement(inert, 'div');
  box.append(toFragment(article.html));
  const places = findPlaces(box);
  const last = new Map<Element | null, Element>();
  let first: Element | null = null;
  let count = 0;
  for (const { block, after } of missing) {
    const place = after && places(after);
    const isNeighbour = after !== null && parentOf(block.element) === parentOf(after.element);
    const sibling = last.get(place) ?? (place && outOf(box, place, isNeighbour));
    const [added] = toFragment(copyOf(block, inert)).children;
    if (!added) continue;
    if (sibling) sibling.after(added);
    else box.prepend(added);
    last.set(place, added);
    first ??= added;
    count++;
  }
  if (!first) return null;
  return { count, complete: withBody(article, box), first: (first.textContent ?? '').trim().slice(0, QUOTE_LENGTH) };
}

/** Finds the smallest element that has the beginning of a block's text. */
function findPlaces(box: Element): (block: PageBlock) => Element | null {
  const elements = findAll(box, '*')
    .filter((element) => isBlock(element) && element.nodeName !== 'BR')
    .map((element) => ({ element, letters: lettersAndDigits((element.textContent ?? '').toLowerCase()) }))
    .sort((a, b) => a.letters.length - b.letters.length);
  return ({ letters }) =>
    elements.find((candidate) => candidate.letters.includes(letters.slice(0, ENOUGH)))?.element ?? null;
}

/** Where a block goes: next to its neighbour of the page, else behind the list or quotation around the place. */
function outOf(box: Element, place: Element, isNeighbour: boolean): Element {
  let out = place;
  for (let at: Element | null = isNeighbour ? null : place; at && at !== box; at = at.parentElement)
    if (CLOSED.test(at.nodeName)) out = at;
  return out;
}

/** The block's markup as a paragraph or list item, with absolute addresses, without the blocks inside it. */
function copyOf({ element }: PageBlock, inert: Document): string {
  const copy = inert.importNode(element, true);
  const links = findAll<HTMLAnchorElement>(element, 'a[href]');
  for (const [index, link] of findAll(copy, 'a[href]').entries()) link.setAttribute('href', links[index]?.href ?? '');
  for (const inner of findAll(copy, '*')) if (isBlock(inner) && inner.nodeName !== 'BR') inner.remove();
  for (const picture of findAll(copy, 'img, picture, svg, button')) picture.remove();
  const paragraph = makeElement(inert, element.nodeName === 'LI' ? 'li' : 'p');
  paragraph.append(...copy.childNodes);
  return paragraph.outerHTML;
}
