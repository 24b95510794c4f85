import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ReadingPosition } from '../../../model/reading-position.ts';
import { rootOf } from '../../root-of.ts';
import { roomAbove } from '../bar/bar-room.ts';
import { distanceToPlace, listTextBlocks, quoteOf, readPlace } from '../position/reading-place.ts';
import { scrollerTop, scrollUntilThere, viewOf, watchScroll } from '../position/scroller-view.ts';
import type { Standing } from '../standing.ts';

export interface Jumps {
  /**
   * Goes to a place in the article, with the focus, and remembers where the person was. Leaves `room` above it, in px.
   */
  go: (target: HTMLElement, room?: number) => void;
  /**
   * Goes back, with the focus, to where the last jump began. Null without a jump, or after the person has scrolled
   * back.
   */
  back: (() => void) | null;
  /** The person has just arrived and has not read on. */
  arrived: boolean;
}

/** Where a jump began. */
interface Origin {
  /**
   * The paragraph, for when the text has changed its height, because of another text size or because more of it was
   * laid out.
   */
  place: ReadingPosition;
  /** In px, for when it has not: there may be a picture above the paragraph. */
  top: number;
  height: number;
  /** What had the focus in the text, such as the link that was followed; else the first visible block. */
  from: HTMLElement | undefined;
}

/** Jumps within the article, and the way back. */
export function useJumps(stands: Standing | null, scroller: HTMLElement): Jumps {
  const origins = useRef<Origin[]>([]);
  const arrival = useRef(0);
  const [{ count, arrived }, setState] = useState({ count: 0, arrived: false });
  const show = (fresh: boolean) => setState({ count: origins.current.length, arrived: fresh });

  const distanceTo = (body: HTMLElement, { place, top, height }: Origin) =>
    scroller.scrollHeight === height
      ? top - scroller.scrollTop
      : (distanceToPlace(body, place, viewOf(scroller)) ?? -scroller.scrollTop);
  // Before the paint: later, it would forget where the first jump began.
  useLayoutEffect(() => {
    if (!stands) return;
    origins.current = [];
    show(false);
    const stop = new AbortController();
    const look = () => {
      const origin = origins.current.at(-1);
      if (!origin) return;
      const moved = Math.abs(scroller.scrollTop - arrival.current) > scroller.clientHeight / 2;
      // A person who has scrolled back needs no way back any more.
      if (moved && Math.abs(distanceTo(stands.body, origin)) < scroller.clientHeight / 4) {
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
    const place = stands && readPlace(stands.body, viewOf(scroller), Date.now());
    if (place) {
      const { scrollTop: top, scrollHeight: height } = scroller;
      origins.current.push({
        place,
        top,
        height,
        from: focusIn(stands.body) ?? listTextBlocks(stands.body)[place.block],
      });
    }
    scrollTo(() => target.getBoundingClientRect().top - scrollerTop(scroller) - room);
    markArrival(target);
    show(true);
  };
  const back = () => {
    const origin = origins.current.pop();
    if (!origin || !stands) return;
    scrollTo(() => distanceTo(stands.body, origin));
    for (const marked of stands.body.querySelectorAll('.arrived')) marked.classList.remove('arrived');
    // If the focus stayed where it is, the next Tab would lead away again. And after the last jump this control
    // disappears.
    if (origin.from) takeFocus(origin.from);
    show(false);
  };
  return { go, back: count > 0 ? back : null, arrived };
}

function markArrival(target: HTMLElement): void {
  const root = rootOf(target);
  for (const marked of root.querySelectorAll('.arrived')) marked.classList.remove('arrived');
  target.classList.add('arrived');
  takeFocus(target);
}

function takeFocus(target: HTMLElement): void {
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/** What has the focus within the text. */
function focusIn(body: HTMLElement): HTMLElement | null {
  const { activeElement } = rootOf(body);
  return activeElement instanceof HTMLElement && body.contains(activeElement) ? activeElement : null;
}

/** Room above the place, in px, for the bar and the line that says what was added. */
const ROOM = 136;

/**
 * Goes to the paragraph that begins with `quote`, once a body that contains it is drawn. *Back to your place* leads
 * back.
 */
export function useArrival(stands: Standing | null, quote: string | null, jumps: Jumps): void {
  useEffect(() => {
    if (!stands || !quote) return;
    const target = listTextBlocks(stands.body).find((block) => quoteOf(block) === quote);
    if (target) jumps.go(target, ROOM);
  }, [stands, quote]);
}
