import { useEffect, useReducer } from 'preact/hooks';
import { scrollTarget } from './scroller-view.ts';
import { BAR_SHOWN, nextBarState } from './watch-bar.ts';

/** Where people need the controls at hand: their own colours, a finger, little room (as at 200 % zoom). */
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
  /** Something to say below the bar; it comes when this changes. Null when there is nothing. */
  news: string | null;
}

/** Whether the bar stands. */
export function useBar({ scroller, keep, news }: BarOptions): Bar {
  const [state, tell] = useReducer(nextBarState, BAR_SHOWN);
  useEffect(() => {
    const stop = new AbortController();
    const options = { passive: true, signal: stop.signal };
    const onScroll = () => {
      const { scrollTop: top, scrollHeight, clientHeight } = scroller;
      tell({ kind: 'scroll', top, atEnd: top + clientHeight >= scrollHeight - 2 });
    };
    scrollTarget(scroller).addEventListener('scroll', onScroll, options);
    scroller.addEventListener('pointermove', ({ clientY }) => tell({ kind: 'pointer', y: clientY }), options);
    return () => stop.abort();
  }, [scroller]);
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
