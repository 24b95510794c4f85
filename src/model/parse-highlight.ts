import { type GenericSchema, maxLength, minLength, minValue, number, object, picklist, pipe, string } from 'valibot';
import { HIGHLIGHT_COLOURS, type Highlight, type HighlightDraft } from './highlight.ts';
import { parseWith } from './parse-with.ts';

const offset = pipe(number(), minValue(0));
const ANCHOR = {
  exact: pipe(string(), minLength(1)),
  prefix: string(),
  suffix: string(),
  start: offset,
  end: offset,
};

/** Longest note, in characters. */
export const LONGEST_NOTE = 100_000;

export const NOTE_SCHEMA = pipe(string(), maxLength(LONGEST_NOTE));
export const COLOUR_SCHEMA = picklist(HIGHLIGHT_COLOURS);

export const HIGHLIGHT_DRAFT_SCHEMA = object({ ...ANCHOR, colour: COLOUR_SCHEMA }) satisfies GenericSchema<
  unknown,
  HighlightDraft
>;

export const HIGHLIGHT_SCHEMA = object({
  id: string(),
  articleId: string(),
  ...ANCHOR,
  colour: COLOUR_SCHEMA,
  note: NOTE_SCHEMA,
  createdAt: number(),
  changedAt: number(),
}) satisfies GenericSchema<unknown, Highlight>;

/** Reads a highlight from an untrusted value; null when it is none. */
export const parseHighlight = parseWith(HIGHLIGHT_SCHEMA);
