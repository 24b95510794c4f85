import type { Highlight, HighlightColour, HighlightDraft } from '../../model/highlight.ts';

/** What a surface lets be done with highlights. */
export interface HighlightTools {
  /** Highlights of the article, in the order of its text. */
  highlights: readonly Highlight[];
  /** Keeps a highlight, and the article with it when it is not kept yet; null when that failed, which the surface tells. */
  add: (draft: HighlightDraft) => Promise<Highlight | null>;
  recolour: (highlight: Highlight, colour: HighlightColour) => void;
  remove: (highlight: Highlight) => void;
  /** Leads to where the note is typed: Recto's own page. Null where it can be typed here. */
  openNote: ((highlight: Highlight) => void) | null;
  /** `before` is the note as it was where this one was typed. */
  writeNote: (highlight: Highlight, note: string, before: string) => void;
  /** Whether selecting shows the bar; the keys work without it. */
  showBar: boolean;
  /** Whether letters are keys: the bar names those that are. */
  letterKeys: boolean;
  /** Highlight to go to once the article stands, as its address asks. */
  goTo: string | null;
  /** Tells what could not be done. */
  fail: (thrown: unknown) => void;
}
