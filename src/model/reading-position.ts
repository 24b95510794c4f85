import { asRecord } from './parsing/as-record.ts';
/**
 * A position in an article that survives changes of typeface and width: a block of the body, and how much of it is
 * above the top edge. By its `quote` the position is found again after the text was updated.
 */
export interface ReadingPosition {
  /** Index among the body's text blocks in document order (see `listTextBlocks` in the reader). */
  block: number;
  /** Share of the block that is above the top edge, 0 to 1. */
  offset: number;
  /** First 64 characters of the block's text. */
  quote: string;
  /** Share of the whole article that has been read, 0 to 1. */
  progress: number;
  /** When it was kept, milliseconds since 1970. */
  at: number;
}

/** Characters of the beginning of a block by which it is found again. */
export const QUOTE_LENGTH = 64;

/** Above this share an article counts as begun: opening one scrolls a little. */
export const BEGUN = 0.02;

/** From this share on an article counts as read: what is left is the foot of the page. */
export const FINISHED = 0.95;

/** Reads a position from an untrusted value; null when it is not one. */
export function parseReadingPosition(value: unknown): ReadingPosition | null {
  const { block, offset, quote, progress, at } = asRecord(value);
  if (!isCount(block) || !isShare(offset) || !isShare(progress) || !isCount(at) || typeof quote !== 'string')
    return null;
  return { block, offset, quote: quote.slice(0, QUOTE_LENGTH), progress, at };
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isShare = (value: unknown): value is number => isCount(value) && value <= 1;
