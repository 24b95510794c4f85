import type { Highlight, HighlightColour, HighlightDraft } from '../../model/highlights/highlight.ts';

/** A highlight to go to; `note`: its note is to be typed. */
export interface GoTo {
  id: string;
  note: boolean;
}

/** What a surface can do with highlights. */
export interface HighlightTools {
  /** Highlights of the article, in the order of its text. */
  highlights: readonly Highlight[];
  /** Keeps a highlight, and the article with it where needed; null when that failed, which the surface reports. */
  add: (draft: HighlightDraft) => Promise<Highlight | null>;
  recolour: (highlight: Highlight, colour: HighlightColour) => void;
  remove: (highlight: Highlight) => void;
  /** Opens Recto's own page, where the note is typed. Null where it can be typed here. */
  openNote: ((highlight: Highlight) => void) | null;
  /** `before` is the note as it was when typing began. */
  writeNote: (highlight: Highlight, note: string, before: string) => void;
  /** Whether selecting shows the bar; the keys work without it. */
  showBar: boolean;
  /** Whether letters are keys, which the bar then names. */
  letterKeys: boolean;
  /** Highlight to go to once the article stands, as its address asks. */
  goTo: GoTo | null;
  /** Tells what could not be done. */
  fail: (thrown: unknown) => void;
}
