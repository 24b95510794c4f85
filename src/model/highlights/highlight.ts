import type { SavedMetadata } from '../saved-article.ts';

/** The four colours of highlights. */
export const HIGHLIGHT_COLOURS = ['yellow', 'green', 'blue', 'pink'] as const;

export type HighlightColour = (typeof HIGHLIGHT_COLOURS)[number];

/** Characters that are kept before and after a passage, to tell it from others like it. */
export const CONTEXT_LENGTH = 32;

/**
 * Where a passage is, by a text quote selector and a text position selector of the W3C Web Annotation model
 * (https://www.w3.org/TR/annotation-model/#selectors), both over the text as the reader shows it.
 */
export interface TextAnchor {
  /** The text and up to `CONTEXT_LENGTH` characters before and after it. */
  exact: string;
  prefix: string;
  suffix: string;
  /** Offsets in the text, UTF-16 code units, end exclusive. */
  start: number;
  end: number;
}

/**
 * The most characters that can be typed into a note: more than a book has. Restores and imports may bring longer ones.
 */
export const LONGEST_NOTE = 1_000_000;

/** A highlight of a saved article; with an empty `exact` a note on the whole page. */
export interface Highlight extends TextAnchor {
  id: string;
  articleId: string;
  colour: HighlightColour;
  note: string;
  createdAt: number;
  /** Last change of the colour; merging two libraries keeps the newer one. */
  changedAt: number;
  /**
   * Last change of the note, stored separately so that the colour and the note merge independently. Absent if nothing
   * has changed since the highlight was made, and in older files.
   */
  noteAt?: number;
}

/**
 * When the note was last changed. Without a time of its own, a note with text may be as new as the last change, and an
 * empty one counts as never written.
 */
export function noteTimeOf({ note, noteAt, changedAt, createdAt }: Highlight): number {
  return noteAt ?? (note === '' ? createdAt : changedAt);
}

/** A new highlight, without what storage adds. */
export interface HighlightDraft extends TextAnchor {
  colour: HighlightColour;
}

/** An article with its highlights in the order of its text. */
export interface HighlightedArticle {
  metadata: SavedMetadata;
  highlights: Highlight[];
}

/** Identifies a highlight, together with the article that the caller claims it belongs to. */
export type HighlightKey = Pick<Highlight, 'id' | 'articleId'>;

/** A highlight as a page may see it: without its note. */
export interface LiveHighlight extends TextAnchor {
  colour: HighlightColour;
}

/** What the script for highlights on a live page defines in its isolated world, for the background to call. */
interface RectoLiveHighlights {
  /** Paints these highlights over the page's own text, in place of what was painted before; an empty list clears it. */
  paint(highlights: readonly LiveHighlight[]): void;
}

declare global {
  var rectoLiveHighlights: RectoLiveHighlights | undefined;
}
