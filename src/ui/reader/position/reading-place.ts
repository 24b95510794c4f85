import { firstWhere } from '../../../model/first-where.ts';
import { QUOTE_LENGTH, type ReadingPosition } from '../../../model/reading-position.ts';
import { TEXT } from '../hiding/hidden-blocks.ts';

/** The vertical extent of what is seen, in the same coordinates as `getBoundingClientRect`. */
export interface View {
  top: number;
  bottom: number;
}

/**
 * Where the person is reading: the first block that reaches below the top of the view. Null when there is none, and
 * when nothing is laid out: otherwise a dialog that the browser has closed would count as the end of the article. `at`
 * is the time in milliseconds since 1970.
 */
export function readPlace(body: HTMLElement, view: View, at: number): ReadingPosition | null {
  if (body.getBoundingClientRect().height === 0) return null;
  const blocks = listTextBlocks(body);
  const block = blockAt(blocks, view.top + 1);
  if (!block) return null;
  const { top, height } = block.getBoundingClientRect();
  return {
    block: blocks.indexOf(block),
    offset: height > 0 ? share((view.top - top) / height) : 0,
    quote: quoteOf(block),
    progress: progressOf(body, view),
    at,
  };
}

/**
 * How far to scroll down, in px, so that `place` is at the top of the view; null when it is the start of the article or
 * cannot be found. The quote counts more than the number, because the block may have moved when the text was updated.
 */
export function distanceToPlace(body: HTMLElement, place: ReadingPosition, view: View): number | null {
  const blocks = listTextBlocks(body);
  // A block that is hidden by now has no position; the next visible one is almost there.
  const block = blocks.slice(indexOf(blocks, place)).find(isShown);
  if (!block || (block === blocks[0] && place.offset === 0)) return null;
  // A position at the top of a caption may mean its picture, which is above it and has no text.
  const box = place.offset === 0 ? (block.closest('figure') ?? block) : block;
  const { top, height } = box.getBoundingClientRect();
  return top + height * place.offset - view.top;
}

/** The share of the body that is above the bottom of the view: the last visible line counts as read. */
export function progressOf(body: HTMLElement, view: View): number {
  const { top, height } = body.getBoundingClientRect();
  return height > 0 ? share((view.bottom - top) / height) : 1;
}

function indexOf(blocks: readonly HTMLElement[], { block, quote }: ReadingPosition): number {
  const isSame = (one: HTMLElement | undefined) => one && quoteOf(one) === quote;
  if (isSame(blocks[block])) return block;
  const same = quote ? [...blocks.keys()].filter((at) => isSame(blocks[at])) : [];
  // The nearest of the blocks with this quote. If there is none, the text has changed here, and the blocks around are
  // still the best guess.
  const distance = (at: number) => Math.abs(at - block);
  return same.sort((a, b) => distance(a) - distance(b))[0] ?? Math.min(block, blocks.length - 1);
}

/**
 * The first visible block that reaches below `top`, else the last one. Hidden blocks take no room and would be found
 * everywhere. Blocks follow each other, so that few of them need to be laid out for this, except the cells of one row.
 */
export function blockAt(blocks: readonly HTMLElement[], top: number): HTMLElement | undefined {
  const shown = blocks.filter(isShown);
  const isBelow = (box: Element) => box.getBoundingClientRect().bottom > top;
  return shown.slice(firstWhere(shown, (block) => isBelow(block.closest('tr') ?? block))).find(isBelow) ?? shown.at(-1);
}

/** Blocks hidden by hand, pictures where none are wanted (type-choices.css), and content of closed boxes. */
const UNSHOWN = '[data-hidden], [data-pictures="hidden"] .picture, details:not([open]) > :not(summary)';

const isShown = (block: HTMLElement): boolean => !block.closest(UNSHOWN);

/** The beginning of a block's text, by which it is found again. */
export const quoteOf = (block: HTMLElement): string => (block.textContent ?? '').trim().slice(0, QUOTE_LENGTH);
const share = (value: number): number => Math.min(1, Math.max(0, value));

const BLOCKS = `${TEXT}, figcaption, summary, tr`;

/**
 * The blocks of an article's body in document order, by which a reading position is kept. A block that holds others
 * does not count, so that every line of text belongs to one block.
 */
export function listTextBlocks(body: ParentNode): HTMLElement[] {
  const before: BlockBefore = {};
  return [...body.querySelectorAll<HTMLElement>(`${BLOCKS}, div`)].filter((block) => isTextBlock(block, before));
}

/** The text block that an element is or is in; nothing when there is none. */
export const textBlockAround = (element: Element): HTMLElement | null | undefined =>
  [element.closest<HTMLElement>(BLOCKS), element.closest('div')].find((block) => block && isTextBlock(block, {}));

/**
 * The last block without another block in it that was asked about. A block may contain thousands of boxes, and with
 * this none of them asks again.
 */
interface BlockBefore {
  innermost?: Element;
}

/**
 * Whether a box counts as a block of text. In forum posts, for example, text may be in boxes that are not paragraphs:
 * such a box counts if it contains no other block, unless the box around it counts.
 */
function isTextBlock(block: HTMLElement, before: BlockBefore): boolean {
  const around = block.closest(BLOCKS);
  if (around && (around === before.innermost || !around.querySelector(BLOCKS))) {
    before.innermost = around;
    return around === block;
  }
  return !block.querySelector(`${BLOCKS}, div`) && (quoteOf(block) !== '' || block.matches('.picture'));
}
