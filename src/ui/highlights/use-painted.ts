import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { paintHighlights } from '../../highlighting/paint-highlights.ts';
import { type PlacedAnchor, placeHighlights } from '../../highlighting/place-highlights.ts';
import { mapText } from '../../highlighting/text-map.ts';
import type { Highlight } from '../../model/highlights/highlight.ts';
import { adoptSheet } from '../adopt-sheet.ts';
import colours from '../styles/highlights.css?inline';

export interface Painted {
  placed: readonly PlacedHighlight[];
  /** Highlights whose text is not in the body any more. */
  lost: readonly Highlight[];
}

const NONE: Painted = { placed: [], lost: [] };

/**
 * Paints the highlights in a body, and again when the body changes: when formulas are drawn or other characters are
 * shown.
 */
export function usePainted(body: HTMLElement | null, highlights: readonly Highlight[]): Painted {
  const [painted, setPainted] = useState(NONE);
  useEffect(() => {
    if (!body) return;
    const show = ({ placed, lost }: Painted) => {
      paintHighlights(placed.map(({ highlight, range }) => ({ colour: highlight.colour, range })));
      setPainted(highlights.length > 0 ? { placed, lost } : NONE);
    };
    if (highlights.length === 0) return show(NONE);
    let end = placeHighlights(mapText(body), highlights, show);
    const changes = new MutationObserver(() => {
      end();
      const frame = requestAnimationFrame(() => {
        end = placeHighlights(mapText(body), highlights, show);
      });
      end = () => cancelAnimationFrame(frame);
    });
    changes.observe(body, { childList: true, characterData: true, subtree: true });
    return () => {
      end();
      changes.disconnect();
    };
  }, [body, highlights]);
  useEffect(() => () => paintHighlights([]), []);
  // Not if nothing is painted: after the first time, each further one would make the browser style every element again.
  const isPainted = painted.placed.length > 0;
  useLayoutEffect(() => {
    if (!body || !isPainted) return;
    const end = new AbortController();
    adoptSheet(body, colours, end.signal);
    return () => end.abort();
  }, [body, isPainted]);
  return painted;
}

export type PlacedHighlight = PlacedAnchor<Highlight>;

/** The highlight at a point of the window; if two overlap, the one made last. */
export function highlightAt(placed: readonly PlacedHighlight[], x: number, y: number): PlacedHighlight | null {
  const hit = placed.filter(({ range }) =>
    [...range.getClientRects()].some(
      ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
    ),
  );
  return hit.toSorted((a, b) => b.highlight.createdAt - a.highlight.createdAt)[0] ?? null;
}
