import { useMemo, useRef } from 'preact/hooks';
import type { Article } from '../model/article.ts';
import { distanceToPlace, readPlace } from '../ui/reader/position/reading-place.ts';
import { scrollUntilThere, viewOf } from '../ui/reader/position/scroller-view.ts';

/**
 * Has the passage at the top of the window stay there when another text replaces the one that is read: another window
 * may have updated the copy, and have put text above it. Gives the function that takes a body, and hands it on.
 */
export function useSamePassage(
  { html, leadImage }: Article,
  scroller: HTMLElement,
  takeBody: (body: HTMLElement) => void,
): (body: HTMLElement) => void {
  const body = useRef<HTMLElement | null>(null);
  // While this is drawn anew the former text still stands.
  const place = useMemo(() => body.current && readPlace(body.current, viewOf(scroller), 0), [html, leadImage]);
  return (stands) => {
    body.current = stands;
    takeBody(stands);
    // The first text replaces none: nothing is laid out for it here.
    if (place)
      scrollUntilThere(
        scroller,
        () => distanceToPlace(stands, place, viewOf(scroller)) ?? 0,
        () => undefined,
      );
  };
}
