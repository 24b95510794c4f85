import type { HighlightColour, TextAnchor } from './highlight.ts';

/** A highlight as a page may know it: without its note. */
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
