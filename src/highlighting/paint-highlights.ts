import { HIGHLIGHT_COLOURS, type HighlightColour } from '../model/highlight.ts';

/** Names in the document's registry; `::highlight(recto-yellow)` and the like give the colours. */
const nameOf = (colour: HighlightColour): string => `recto-${colour}`;

/**
 * Paints ranges with the CSS Custom Highlight API, which changes nothing in the tree
 * (https://drafts.csswg.org/css-highlight-api-1/). What was painted before goes.
 */
export function paintHighlights(painted: readonly { colour: HighlightColour; range: Range }[]): void {
  for (const colour of HIGHLIGHT_COLOURS) {
    const ranges = painted.filter((entry) => entry.colour === colour).map(({ range }) => range);
    if (ranges.length > 0) CSS.highlights.set(nameOf(colour), new Highlight(...ranges));
    else CSS.highlights.delete(nameOf(colour));
  }
}
