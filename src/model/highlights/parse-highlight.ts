import { exactOptional, type GenericSchema, minLength, number, object, picklist, pipe, string } from 'valibot';
import { COUNT_SCHEMA, parseWith } from '../parsing/parse-with.ts';
import { HIGHLIGHT_COLOURS, type Highlight, type HighlightDraft } from './highlight.ts';

const ANCHOR = {
  prefix: string(),
  suffix: string(),
  start: COUNT_SCHEMA,
  end: COUNT_SCHEMA,
};

/**
 * A note, of any length: two joined notes must remain one that can be changed, and a note that is refused is lost when
 * its page closes. The field ends at `LONGEST_NOTE`, which the person sees while typing.
 */
export const NOTE_SCHEMA = string();
export const COLOUR_SCHEMA = picklist(HIGHLIGHT_COLOURS);

/** What a page asks to highlight. */
export const HIGHLIGHT_DRAFT_SCHEMA = object({
  exact: pipe(string(), minLength(1)),
  ...ANCHOR,
  colour: COLOUR_SCHEMA,
}) satisfies GenericSchema<unknown, HighlightDraft>;

/**
 * What is kept, and comes with a backup. A note on the whole page, which imports bring, has an empty `exact`.
 */
export const HIGHLIGHT_SCHEMA = object({
  id: string(),
  articleId: string(),
  exact: string(),
  ...ANCHOR,
  colour: COLOUR_SCHEMA,
  note: string(),
  createdAt: number(),
  changedAt: number(),
  noteAt: exactOptional(number()),
}) satisfies GenericSchema<unknown, Highlight>;

/** Reads a highlight from an untrusted value; null when it is none. */
export const parseHighlight = parseWith(HIGHLIGHT_SCHEMA);
