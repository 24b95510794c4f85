import type { TextAnchor } from '../model/highlights/highlight.ts';
import { slicer } from '../model/slicer.ts';
import { findAnchor } from './find-anchor.ts';
import { rangeOf, type TextMap } from './text-map.ts';

export interface PlacedAnchor<Marked> {
  highlight: Marked;
  range: Range;
}

/**
 * Finds highlights in a text and hands them over; those whose text is gone are lost. Works at once where that is quick,
 * else in turns between which the page may draw and answer: a highlight that is not at its place is searched in the
 * whole text, and one new line can move thousands. Gives the function that ends it.
 */
export function placeHighlights<Marked extends TextAnchor>(
  map: TextMap,
  highlights: readonly Marked[],
  onPlaced: (all: { placed: PlacedAnchor<Marked>[]; lost: Marked[] }) => void,
): () => void {
  const placed: PlacedAnchor<Marked>[] = [];
  const lost: Marked[] = [];
  const slice = slicer();
  let isEnded = false;
  const goOn = (from: number): void => {
    for (const [at, highlight] of highlights.slice(from).entries()) {
      if (isEnded) return;
      if (at > 0 && slice.isOver()) return void slice.pause().then(() => goOn(from + at));
      const found = findAnchor(map.text, highlight);
      const range = found && rangeOf(map, found.start, found.end);
      if (range) placed.push({ highlight, range });
      else lost.push(highlight);
    }
    if (!isEnded) onPlaced({ placed, lost });
  };
  goOn(0);
  return () => {
    isEnded = true;
  };
}
