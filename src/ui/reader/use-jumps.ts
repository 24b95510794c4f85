import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReadingPosition } from '../../model/reading-position.ts';
import { roomAbove } from './bar-room.ts';
import { distanceToPlace, readPlace } from './reading-place.ts';
import { scrollUntilThere } from './scroll-until-there.ts';
import { scrollerTop, viewOf } from './scroller-view.ts';
import type { Standing } from './standing.ts';
import { watchScroll } from './watch-scroll.ts';

export interface Jumps {
  /** Goes to a place in the article, with the keyboard's focus, and remembers where the person was. Leaves `room` above it, in px. */
  go: (target: HTMLElement, room?: number) => void;
  /** Goes back to where the last jump began; null when there was none, or when the person has gone back by hand. */
  back: (() => void) | null;
  /** The person has just arrived and has not read on. */
  arrived: boolean;
}

/** Jumps within the article, and the way back. Places are kept by paragraph, so that they survive a change of type. */
export function useJumps(stands: Standing | null, scroller: HTMLElement): Jumps {
  const origins = useRef<ReadingPosition[]>([]);
  const arrival = useRef(0);
  const [{ count, arrived }, setState] = useState({ count: 0, arrived: false });
  const show = (fresh: boolean) => setState({ count: origins.current.length, arrived: fresh });

  useEffect(() => {
    if (!stands) return;
    origins.current = [];
    show(false);
    const stop = new AbortController();
    const look = () => {
      const origin = origins.current.at(-1);
      if (!origin) return;
      const moved = Math.abs(scroller.scrollTop - arrival.current) > scroller.clientHeight / 2;
      const distance = distanceToPlace(stands.body, origin, viewOf(scroller)) ?? -scroller.scrollTop;
      // Somebody who scrolled back by hand needs no way back any more.
      if (moved && Math.abs(distance) < scroller.clientHeight / 4) {
        origins.current.pop();
        show(false);
      } else if (moved) show(false);
    };
    watchScroll(scroller, look, stop.signal);
    return () => stop.abort();
  }, [stands, scroller]);

  const scrollTo = (distance: () => number) =>
    scrollUntilThere(scroller, distance, () => {
      arrival.current = scroller.scrollTop;
    });
  const go = (target: HTMLElement, room = roomAbove(scroller)) => {
    const origin = stands && readPlace(stands.body, viewOf(scroller), Date.now());
    if (origin) origins.current.push(origin);
    scrollTo(() => target.getBoundingClientRect().top - scrollerTop(scroller) - room);
    markArrival(target);
    show(true);
  };
  const back = () => {
    const origin = origins.current.pop();
    if (!origin || !stands) return;
    scrollTo(() => distanceToPlace(stands.body, origin, viewOf(scroller)) ?? -scroller.scrollTop);
    for (const marked of stands.body.querySelectorAll('.arrived')) marked.classList.remove('arrived');
    show(false);
  };
  return { go, back: count > 0 ? back : null, arrived };
}

function markArrival(target: HTMLElement): void {
  const root = target.getRootNode() as Document | ShadowRoot;
  for (const marked of root.querySelectorAll('.arrived')) marked.classList.remove('arrived');
  target.classList.add('arrived');
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
