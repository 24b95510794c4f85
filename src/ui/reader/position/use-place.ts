import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ReadingPosition } from '../../../model/reading-position.ts';
import { distanceToPlace, readPlace } from './reading-place.ts';
import { scrollTarget, scrollUntilThere, viewOf } from './scroller-view.ts';

/** How long scrolling must have stopped before the position is stored. */
const REST_MS = 400;

interface PlaceOptions {
  /** What scrolls the article; asked once that stands. */
  scroller: () => HTMLElement | null;
  /** How much of the scroller's window a bar covers at first, in px; nothing when not given. */
  covered?: number;
  /** Where the article was left; null when not known (yet). */
  start: ReadingPosition | null;
  /** Called with each place to keep. */
  onPlace: (place: ReadingPosition) => void;
}

/**
 * Goes to the position where the article was left, unless the person has already scrolled. Reports the position when
 * scrolling stops, when the page is hidden or left, and at the end. Gives the function that takes the body once it is
 * drawn.
 */
export function usePlace({ scroller: find, covered = 0, start, onPlace }: PlaceOptions): (body: HTMLElement) => void {
  const body = useRef<HTMLElement | null>(null);
  const report = useRef(onPlace);
  report.current = onPlace;
  const touched = useRef(false);
  const ownTop = useRef(0);

  const goTo = (place: ReadingPosition | null) => {
    const scroller = find();
    if (!body.current || !scroller || !place || touched.current) return;
    const text = body.current;
    const distance = () => {
      const down = distanceToPlace(text, place, viewOf(scroller));
      return down === null ? 0 : down - covered;
    };
    scrollUntilThere(scroller, distance, () => {
      ownTop.current = scroller.scrollTop;
    });
  };
  useLayoutEffect(() => goTo(start), [start]);

  // A layout effect, because that ends while the article is still there, which Preact does not ensure for other
  // effects.
  useLayoutEffect(() => {
    const scroller = find();
    if (!scroller) return;
    const stop = new AbortController();
    const options = { passive: true, signal: stop.signal };
    const document = scroller.ownerDocument;
    let rest = 0;
    // The scroll event comes with the next frame, too late if the page is closed at once. Our own scrolling is not the
    // person's; all other scrolling is, whatever caused it.
    const look = () => {
      if (Math.abs(scroller.scrollTop - ownTop.current) > 2) touched.current = true;
    };
    const keep = () => {
      clearTimeout(rest);
      look();
      const place = body.current && touched.current ? readPlace(body.current, viewOf(scroller), Date.now()) : null;
      if (place) report.current(place);
    };
    const onScroll = () => {
      look();
      clearTimeout(rest);
      rest = window.setTimeout(keep, REST_MS);
    };
    scrollTarget(scroller).addEventListener('scroll', onScroll, options);
    document.addEventListener('visibilitychange', keep, options);
    window.addEventListener('pagehide', keep, options);
    return () => {
      keep();
      stop.abort();
    };
  }, []);

  return (drawn) => {
    body.current = drawn;
    goTo(start);
  };
}
