import { useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { ReadingPosition } from '../../../model/reading-position.ts';
import { isAtEnd, onInput, scrollTarget } from '../position/scroller-view.ts';
import type { Standing } from '../standing.ts';

/** The bar stays visible under these conditions: forced colours, a finger, little room (as at 200 % zoom). */
const KEEP_QUERY = '(forced-colors: active), (pointer: coarse), (max-width: 640px)';

export interface Bar {
  shown: boolean;
  /** Text is below the bar, so that it needs an edge. */
  overText: boolean;
  /** Tells the bar that focus came in or went out. */
  focus: (inside: boolean) => void;
}

interface BarOptions {
  /** What scrolls the article. */
  scroller: HTMLElement;
  /** The bar stays for good. */
  keep: boolean;
  /** The message below the bar, which appears when this changes. Null when there is none. */
  news: string | null;
  /** Where the article was left. When this or the text changes, the reader has scrolled by itself before. */
  start: ReadingPosition | null;
  stands: Standing | null;
}

/** Whether the bar stands. */
export function useBar({ scroller, keep, news, start, stands }: BarOptions): Bar {
  const [state, tell] = useReducer(nextBarState, BAR_SHOWN);
  const led = useRef(false);
  useEffect(() => {
    const stop = new AbortController();
    const options = { passive: true, signal: stop.signal };
    const onScroll = () => {
      const top = scroller.scrollTop;
      tell(led.current ? { kind: 'place', top } : { kind: 'scroll', top, atEnd: isAtEnd(scroller) });
    };
    scrollTarget(scroller).addEventListener('scroll', onScroll, options);
    scroller.addEventListener('pointermove', ({ clientY }) => tell({ kind: 'pointer', y: clientY }), options);
    return () => stop.abort();
  }, [scroller]);
  // Before the scroll event, which comes with the next frame. Without a place nothing has scrolled, and to ask would lay
  // the article out while it opens. What comes later, as kept pictures do, moves the text on until the person acts.
  const goes = start !== null;
  useLayoutEffect(() => {
    const view = scroller.ownerDocument.defaultView;
    if (!goes || !view) return;
    tell({ kind: 'place', top: scroller.scrollTop });
    led.current = true;
    const stop = new AbortController();
    onInput(view, stop.signal, () => {
      led.current = false;
    });
    return () => stop.abort();
  }, [goes, stands]);
  useEffect(() => {
    if (news !== null) tell({ kind: 'news' });
  }, [news]);
  const kept = keep || scroller.ownerDocument.defaultView?.matchMedia(KEEP_QUERY).matches === true;
  return {
    shown: kept || state.shown,
    overText: state.top > 0,
    focus: (inside) => tell({ kind: 'focus', inside }),
  };
}

/** Scrolling by less than this, in px, is a resting finger and means nothing. */
const SLACK = 6;
/** A pointer this close to the top edge, in px, asks for the bar. */
const NEAR = 56;

/** An event that may show or hide the bar. */
export type BarEvent =
  | { kind: 'scroll'; top: number; atEnd: boolean }
  | { kind: 'place'; top: number }
  | { kind: 'pointer'; y: number }
  | { kind: 'focus'; inside: boolean }
  | { kind: 'news' };

interface BarState {
  shown: boolean;
  /** Scroll position at the last event that counted. */
  top: number;
  focused: boolean;
}

/** The bar at first: visible, at the top. */
export const BAR_SHOWN: BarState = { shown: true, top: 0, focused: false };

/**
 * The next state of the quiet bar. It disappears on scrolling down. It returns on scrolling up, at either end of the
 * article, when the pointer rests near the top edge, on focus, and when there is a message. That the reader goes to the
 * place where the article was left does not count: the bar would slide away from under a press.
 */
export function nextBarState(state: BarState, event: BarEvent): BarState {
  if (event.kind === 'focus') return { ...state, focused: event.inside, shown: event.inside || state.shown };
  if (event.kind === 'news') return { ...state, shown: true };
  if (event.kind === 'pointer') return event.y <= NEAR && !state.shown ? { ...state, shown: true } : state;
  if (event.kind === 'place') return { ...state, top: event.top };
  const moved = event.top - state.top;
  if (event.top <= SLACK || event.atEnd) return { ...state, top: event.top, shown: true };
  if (Math.abs(moved) < SLACK) return state;
  return { ...state, top: event.top, shown: moved < 0 || state.focused };
}
