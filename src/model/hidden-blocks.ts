import { array, boolean, check, type GenericSchema, maxLength, object, pipe, string } from 'valibot';
import { COUNT_SCHEMA } from './parsing/parse-with.ts';
import { QUOTE_LENGTH } from './reading-position.ts';

/**
 * Identifies a block that the person has hidden; the text keeps it. In a changed text it is found again or not at all.
 */
export interface HiddenBlock {
  /** First 64 characters of the block's text, or of a picture's caption; empty for a picture without. */
  quote: string;
  /** Which of the blocks with this quote, from 0. */
  nth: number;
}

/** One press: a block is hidden, or shown again. */
export interface HidingChange {
  block: HiddenBlock;
  isHidden: boolean;
}

/** All hidden blocks of one article. Of two such lists the later one counts. */
export interface HiddenBlocks {
  /** When that was last changed, milliseconds since 1970. */
  at: number;
  blocks: HiddenBlock[];
}

/** Nobody hides more by hand. */
export const MOST_HIDDEN = 2_000;

const BLOCK_SCHEMA = object({
  quote: pipe(string(), maxLength(QUOTE_LENGTH)),
  nth: pipe(
    COUNT_SCHEMA,
    check((nth) => Number.isInteger(nth) && nth <= 1_000_000),
  ),
});

export const HIDDEN_SCHEMA = object({
  at: COUNT_SCHEMA,
  blocks: pipe(array(BLOCK_SCHEMA), maxLength(MOST_HIDDEN)),
}) satisfies GenericSchema<unknown, HiddenBlocks>;

export const HIDING_SCHEMA = pipe(
  array(object({ block: BLOCK_SCHEMA, isHidden: boolean() })),
  maxLength(MOST_HIDDEN),
) satisfies GenericSchema<unknown, HidingChange[]>;
