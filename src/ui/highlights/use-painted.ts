import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { findAnchor } from '../../highlighting/find-anchor.ts';
import { paintHighlights } from '../../highlighting/paint-highlights.ts';
import { mapText, rangeOf } from '../../highlighting/text-map.ts';
import type { Highlight } from '../../model/highlight.ts';
import { adoptSheet } from '../adopt-sheet.ts';
import colours from '../styles/highlights.css?inline';

export interface Painted {
  placed: readonly PlacedHighlight[];
  /** Highlights whose text is not in the body any more. */
  lost: readonly Highlight[];
}

const NONE: Painted = { placed: [], lost: [] };

/** Paints the highlights in a body, and again when the body changes under them: formulas are drawn, other characters are shown. */
export function usePainted(body: HTMLElement | null, highlights: readonly Highlight[]): Painted {
  const [painted, setPainted] = useState(NONE);
  useEffect(() => {
    if (!body) return;
    const paint = () => {
      const next = placeHighlights(body, highlights);
      paintHighlights(next.placed.map(({ highlight, range }) => ({ colour: highlight.colour, range })));
      setPainted(highlights.length > 0 ? next : NONE);
    };
    paint();
    if (highlights.length === 0) return;
    let frame = 0;
    const changes = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(paint);
    });
    changes.observe(body, { childList: true, characterData: true, subtree: true });
    return () => {
      cancelAnimationFrame(frame);
      changes.disconnect();
    };
  }, [body, highlights]);
  useEffect(() => () => paintHighlights([]), []);
  // Not where nothing is painted: each setting would have the browser style every element anew, not the first alone.
  const isPainted = painted.placed.length > 0;
  useLayoutEffect(() => {
    if (!body || !isPainted) return;
    const end = new AbortController();
    adoptSheet(body, colours, end.signal);
    return () => end.abort();
  }, [body, isPainted]);
  return painted;
}

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
