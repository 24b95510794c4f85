import { findAnchor } from '../../highlighting/find-anchor.ts';
import { mapText, rangeOf } from '../../highlighting/text-map.ts';
import type { Highlight } from '../../model/highlight.ts';

export interface PlacedHighlight {
  highlight: Highlight;
  range: Range;
}

/** Finds highlights in a body; those whose text is not there any more are lost. */
export function placeHighlights(
  body: HTMLElement,
  highlights: readonly Highlight[],
): { placed: PlacedHighlight[]; lost: Highlight[] } {
  const placed: PlacedHighlight[] = [];
  const lost: Highlight[] = [];
  if (highlights.length === 0) return { placed, lost };
  const map = mapText(body);
  for (const highlight of highlights) {
    const found = findAnchor(map.text, highlight);
    const range = found && rangeOf(map, found.start, found.end);
    if (range) placed.push({ highlight, range });
    else lost.push(highlight);
  }
  return { placed, lost };
}

/** The highlight at a point of the window; of two that overlap the one made last. */
export function highlightAt(placed: readonly PlacedHighlight[], x: number, y: number): PlacedHighlight | null {
  const hit = placed.filter(({ range }) =>
    [...range.getClientRects()].some(
      ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
    ),
  );
  return hit.toSorted((a, b) => b.highlight.createdAt - a.highlight.createdAt)[0] ?? null;
}
