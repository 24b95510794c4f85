import { QUOTE_LENGTH, type ReadingPosition } from '../../model/reading-position.ts';
import { isHidden, TEXT } from './hidden-blocks.ts';

/** The vertical extent of what is seen, in the same coordinates as `getBoundingClientRect`. */
export interface View {
  top: number;
  bottom: number;
}

/**
 * Where the reader is: the first block that reaches below the top of the view. Null when there is nothing to stand in,
 * and when nothing is laid out: a dialog that the browser has closed would else read as the end of the article.
 * `at` is the time in milliseconds since 1970.
 */
export function readPlace(body: HTMLElement, view: View, at: number): ReadingPosition | null {
  if (body.getBoundingClientRect().height === 0) return null;
  const all = listTextBlocks(body);
  const blocks = seen(all);
  const block = blocks[firstBelow(blocks, view.top)];
  if (!block) return null;
  const index = all.indexOf(block);
  const { top, height } = block.getBoundingClientRect();
  return {
    block: index,
    offset: height > 0 ? share((view.top - top) / height) : 0,
    quote: quoteOf(block),
    progress: progressOf(body, view),
    at,
  };
}

/**
 * How far to scroll down, in px, so that `place` stands at the top of the view; null when it is the start or cannot be
 * found. The quote decides over the number: after an update of the text the block may have moved.
 */
export function distanceToPlace(body: HTMLElement, place: ReadingPosition, view: View): number | null {
  const blocks = listTextBlocks(body);
  const found = blockOf(blocks, place);
  // A block that is hidden by now has no place; the next one that is seen has nearly the same.
  const visible = seen(blocks);
  const block = found && (visible.includes(found) ? found : visible.find((one) => follows(one, found)));
  if (!block || (block === blocks[0] && place.offset === 0)) return null;
  // Whose top edge was in a picture was looking at that: it stands above its caption, and is no text itself.
  const box = place.offset === 0 ? (block.closest('figure') ?? block) : block;
  const { top, height } = box.getBoundingClientRect();
  return top + height * place.offset - view.top;
}

/** Share of the body that is above the bottom of the view: the last line seen is the last line read. */
export function progressOf(body: HTMLElement, view: View): number {
  const { top, height } = body.getBoundingClientRect();
  return height > 0 ? share((view.bottom - top) / height) : 1;
}

function blockOf(blocks: readonly HTMLElement[], place: ReadingPosition): HTMLElement | undefined {
  const kept = blocks[place.block];
  if (kept && quoteOf(kept) === place.quote) return kept;
  const moved = place.quote ? blocks.filter((block) => quoteOf(block) === place.quote) : [];
  // The nearest of equal blocks; when none is equal, the text changed there, and its neighbours are still the best guess.
  const distance = (block: HTMLElement) => Math.abs(blocks.indexOf(block) - place.block);
  return moved.sort((a, b) => distance(a) - distance(b))[0] ?? blocks[Math.min(place.block, blocks.length - 1)];
}

/** Index of the first block whose lower edge is below `top`. Blocks follow each other, so halving finds it. */
function firstBelow(blocks: readonly HTMLElement[], top: number): number {
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block && block.getBoundingClientRect().bottom > top + 1) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The blocks that take room: what is hidden would be found everywhere. */
const seen = (blocks: HTMLElement[]): HTMLElement[] => blocks.filter((block) => !isHidden(block));

const follows = (one: Node, other: Node): boolean =>
  (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** The beginning of a block's text, by which it is found again. */
export const quoteOf = (block: HTMLElement): string => (block.textContent ?? '').trim().slice(0, QUOTE_LENGTH);
const share = (value: number): number => Math.min(1, Math.max(0, value));

const BLOCKS = `${TEXT}, figcaption, summary, tr`;

/**
 * The blocks of an article's body in document order, by which a reading position is kept. A block that holds others does
 * not count itself, so that every line of text belongs to one block.
 */
export function listTextBlocks(body: ParentNode): HTMLElement[] {
  const before: BlockBefore = {};
  return [...body.querySelectorAll<HTMLElement>(`${BLOCKS}, div`)].filter((block) => isTextBlock(block, before));
}

/** The block of text that an element is, or stands in; nothing where there is none. */
export const textBlockAround = (element: Element): HTMLElement | null | undefined =>
  [element.closest<HTMLElement>(BLOCKS), element.closest('div')].find((block) => block && isTextBlock(block, {}));

/** The block without another in it that was asked about last: of the boxes in it, which may be thousands, none asks again. */
interface BlockBefore {
  innermost?: Element;
}

/** Posts, for one, may have text in boxes that are no paragraphs: a box without another in it counts, unless what it stands in does. */
function isTextBlock(block: HTMLElement, before: BlockBefore): boolean {
  const around = block.closest(BLOCKS);
  if (around && (around === before.innermost || !around.querySelector(BLOCKS))) {
    before.innermost = around;
    return around === block;
  }
  return !block.querySelector(`${BLOCKS}, div`) && (quoteOf(block) !== '' || block.matches('.picture'));
}
