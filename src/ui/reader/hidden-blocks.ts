import type { HiddenBlock } from '../../model/hidden-blocks.ts';
import { QUOTE_LENGTH } from '../../model/reading-position.ts';

const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, li, dt, dd, blockquote, figure, table, pre, details';
/** What is hidden as a whole, whatever is in it. */
const WHOLE = 'figure, table, pre, details';
/** The picture above the text is not part of it: another picture is there once the article is saved. */
const LEAD = '[data-lead]';

const HIDDEN = 'data-hidden';

const NO_NAME: HiddenBlock = { quote: '', nth: -1 };

/** What blocks that stand were called when their body was taken. */
const KEPT_NAMES = new WeakMap<Element, HiddenBlock>();

/**
 * The blocks that can be hidden, in document order: what holds text or a picture itself. The same in a body that is set
 * for reading and in one that has just been sanitised.
 */
export function listHideable(body: ParentNode): HTMLElement[] {
  return [...body.querySelectorAll<HTMLElement>(BLOCKS)].filter(
    (block) =>
      !block.parentElement?.closest(WHOLE) &&
      !block.matches(LEAD) &&
      (block.matches(WHOLE) || block.querySelector(BLOCKS) === null),
  );
}

/** What is seen of a block: tables and code stand in boxes that scroll. */
export const shownBox = (block: HTMLElement): HTMLElement =>
  block.parentElement?.matches('.scroll, .code') ? block.parentElement : block;

/**
 * Names the blocks of a body for good, by its text as it was kept: what is shown of it changes when formulas are drawn or
 * the other Chinese characters are chosen.
 */
export function keepNames(body: ParentNode): void {
  const blocks = listHideable(body);
  const names = namesByText(blocks);
  for (const [index, block] of blocks.entries()) KEPT_NAMES.set(block, names[index] ?? NO_NAME);
}

/** The names by which these blocks, all of a body, are found again. */
export function nameBlocks(blocks: readonly HTMLElement[]): HiddenBlock[] {
  const names = namesByText(blocks);
  return blocks.map((block, index) => KEPT_NAMES.get(block) ?? names[index] ?? NO_NAME);
}

function namesByText(blocks: readonly HTMLElement[]): HiddenBlock[] {
  const counts = new Map<string, number>();
  return blocks.map((block) => {
    const quote = quoteOf(block);
    const nth = counts.get(quote) ?? 0;
    counts.set(quote, nth + 1);
    return { quote, nth };
  });
}

/** Hides these blocks and shows all others. What is not found is not hidden: nothing else is hidden in its place. */
export function markHidden(body: ParentNode, hidden: readonly HiddenBlock[]): void {
  for (const marked of body.querySelectorAll(`[${HIDDEN}]`)) marked.removeAttribute(HIDDEN);
  if (hidden.length === 0) return;
  for (const block of findHidden(body, hidden)) shownBox(block).setAttribute(HIDDEN, '');
}

/** Takes what is hidden out of a body that is to be copied. */
export function dropHidden(body: ParentNode, hidden: readonly HiddenBlock[]): void {
  if (hidden.length > 0) for (const block of findHidden(body, hidden)) block.remove();
}

export const isHidden = (element: Element): boolean => element.closest(`[${HIDDEN}]`) !== null;

export const sameBlock = (one: HiddenBlock, other: HiddenBlock): boolean =>
  one.quote === other.quote && one.nth === other.nth;

function findHidden(body: ParentNode, hidden: readonly HiddenBlock[]): HTMLElement[] {
  const blocks = listHideable(body);
  const wanted = new Set(hidden.map(keyOf));
  const names = nameBlocks(blocks);
  return blocks.filter((_, index) => wanted.has(keyOf(names[index] ?? NO_NAME)));
}

const keyOf = ({ quote, nth }: HiddenBlock): string => `${nth} ${quote}`;

/** Of a block with a picture only the caption counts: a picture that is not kept leaves its description as text. */
function quoteOf(block: Element): string {
  const text = block.querySelector('img, .missing') ? block.querySelector('figcaption') : block;
  return (text?.textContent ?? '').trim().slice(0, QUOTE_LENGTH);
}
