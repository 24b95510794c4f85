import { blockKey } from '../../../model/apply-hiding.ts';
import type { HiddenBlock } from '../../../model/hidden-blocks.ts';
import { QUOTE_LENGTH } from '../../../model/reading-position.ts';

/** The elements that hold text, whatever a block is for. */
export const TEXT = 'p, h1, h2, h3, h4, h5, h6, li, dt, dd, pre, blockquote, figure';
const BLOCKS = `${TEXT}, table, details`;
/** Blocks that are hidden as a whole, whatever they hold. */
const WHOLE = 'figure, table, pre, details';
/** The picture above the text does not count: a saved article may have another one. */
const LEAD = '[data-lead]';

const HIDDEN = 'data-hidden';

const NAMES = new WeakMap<Element, HiddenBlock>();

/**
 * The blocks that can be hidden, in document order: those that directly hold text or a picture. The same in a body that
 * is set for reading and in one that was just sanitised.
 */
export function listHideable(body: ParentNode): HTMLElement[] {
  return [...body.querySelectorAll<HTMLElement>(BLOCKS)].filter(
    (block) =>
      !block.parentElement?.closest(WHOLE) &&
      !block.matches(LEAD) &&
      (block.matches(WHOLE) || block.querySelector(BLOCKS) === null),
  );
}

/** The visible box of a block: tables and code stand in boxes that scroll. */
export const shownBox = (block: HTMLElement): HTMLElement =>
  block.parentElement?.matches('.scroll, .code') ? block.parentElement : block;

/**
 * The names by which these blocks, all of one body, are found again. A block keeps its first name, because its visible
 * text changes when formulas are drawn or Chinese characters are exchanged.
 */
export function nameBlocks(blocks: readonly HTMLElement[]): HiddenBlock[] {
  const counts = new Map<string, number>();
  return blocks.map((block) => {
    const known = NAMES.get(block);
    if (known) return known;
    const quote = quoteOf(block);
    const nth = counts.get(quote) ?? 0;
    const name = { quote, nth };
    counts.set(quote, nth + 1);
    NAMES.set(block, name);
    return name;
  });
}

/** Hides these blocks and shows all others. For a block that is not found, no other is hidden. */
export function markHidden(body: ParentNode, hidden: readonly HiddenBlock[]): void {
  for (const marked of body.querySelectorAll(`[${HIDDEN}]`)) marked.removeAttribute(HIDDEN);
  if (hidden.length === 0) return;
  for (const block of findHidden(body, hidden)) shownBox(block).setAttribute(HIDDEN, '');
}

/** Takes what is hidden out of a body that is to be copied. */
export function dropHidden(body: ParentNode, hidden: readonly HiddenBlock[]): void {
  for (const block of findHidden(body, hidden)) block.remove();
}

/** Whether an element is hidden, or stands in a block that is. */
export const isHidden = (element: Element): boolean => element.closest(`[${HIDDEN}]`) !== null;

function findHidden(body: ParentNode, hidden: readonly HiddenBlock[]): HTMLElement[] {
  const blocks = listHideable(body);
  const wanted = new Set(hidden.map(blockKey));
  const keys = nameBlocks(blocks).map(blockKey);
  return blocks.filter((_, index) => wanted.has(keys[index] ?? ''));
}

/**
 * Of a block with a picture only the caption counts, because a picture that is not kept leaves its description as text.
 */
function quoteOf(block: Element): string {
  const text = block.querySelector('img, .missing') ? block.querySelector('figcaption') : block;
  return (text?.textContent ?? '').trim().slice(0, QUOTE_LENGTH);
}
