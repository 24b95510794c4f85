import { HIGHLIGHT_COLOURS, type HighlightColour } from '../model/highlights/highlight.ts';

/** The two texts of one document that can carry highlights at the same time: the page's own, and the reader's over it. */
type PaintedText = 'reader' | 'page';

/** Names in the document's registry; `::highlight(recto-yellow)`, `::highlight(recto-page-yellow)` give the colours. */
const nameOf = (colour: HighlightColour, text: PaintedText): string =>
  text === 'page' ? `recto-page-${colour}` : `recto-${colour}`;

/**
 * Paints ranges with the CSS Custom Highlight API, which changes nothing in the tree
 * (https://drafts.csswg.org/css-highlight-api-1/). What was painted before in
 * the same text goes.
 */
export function paintHighlights(
  painted: readonly { colour: HighlightColour; range: Range }[],
  text: PaintedText = 'reader',
): void {
  for (const colour of HIGHLIGHT_COLOURS) {
    const ranges = painted.filter((entry) => entry.colour === colour).map(({ range }) => range);
    if (ranges.length > 0) CSS.highlights.set(nameOf(colour, text), new Highlight(...ranges));
    else CSS.highlights.delete(nameOf(colour, text));
  }
}
