import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { paintHighlights } from '../../highlighting/paint-highlights.ts';
import type { Highlight } from '../../model/highlight.ts';
import { adoptSheet } from '../adopt-sheet.ts';
import colours from '../styles/highlights.css?inline';
import { type PlacedHighlight, placeHighlights } from './place-highlights.ts';

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
