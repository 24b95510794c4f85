import { useEffect, useRef } from 'preact/hooks';
import type { ReadingPosition } from '../../model/reading-position.ts';
import { distanceToPlace, readPlace, type View } from './reading-place.ts';

/** A place is kept when scrolling has rested for so long, in milliseconds. */
const REST = 400;

interface PlaceOptions {
  scroller: HTMLElement;
  /** Where the article was left; null when not known (yet). */
  start: ReadingPosition | null;
  /** Called with each place to keep. */
  onPlace: (place: ReadingPosition) => void;
}

/**
 * Goes to the place where the article was left, unless the person has scrolled already, and reports where they are when
 * scrolling rests and when the page is hidden. Gives the function that takes the body once it stands.
 */
export function usePlace({ scroller, start, onPlace }: PlaceOptions): (body: HTMLElement) => void {
  const body = useRef<HTMLElement | null>(null);
  const report = useRef(onPlace);
  report.current = onPlace;
  const touched = useRef(false);
  const ownTop = useRef(0);

  const goTo = (place: ReadingPosition | null) => {
    if (!body.current || !place || touched.current) return;
    const distance = distanceToPlace(body.current, place, viewOf(scroller));
    if (distance !== null) scroller.scrollTop += distance;
    ownTop.current = scroller.scrollTop;
  };
  useEffect(() => goTo(start), [start]);

  useEffect(() => {
    const stop = new AbortController();
    const options = { passive: true, signal: stop.signal };
    const document = scroller.ownerDocument;
    const target: EventTarget = scroller === document.documentElement ? document : scroller;
    let rest = 0;
    const keep = () => {
      const place = body.current && touched.current ? readPlace(body.current, viewOf(scroller), Date.now()) : null;
      if (place) report.current(place);
    };
    const onScroll = () => {
      // What we did ourselves is not the person's wish; everything else is, whatever brought it about.
      if (Math.abs(scroller.scrollTop - ownTop.current) > 2) touched.current = true;
      clearTimeout(rest);
      rest = window.setTimeout(keep, REST);
    };
    target.addEventListener('scroll', onScroll, options);
    document.addEventListener('visibilitychange', keep, options);
    return () => {
      clearTimeout(rest);
      keep();
      stop.abort();
    };
  }, [scroller]);

  return (stands) => {
    body.current = stands;
    goTo(start);
  };
}

function viewOf(scroller: HTMLElement): View {
  const isPage = scroller === scroller.ownerDocument.documentElement;
  const top = isPage ? 0 : scroller.getBoundingClientRect().top;
  return { top, bottom: top + scroller.clientHeight };
}
