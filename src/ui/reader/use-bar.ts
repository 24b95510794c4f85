import { useEffect, useReducer } from 'preact/hooks';
import { BAR_SHOWN, nextBarState } from './watch-bar.ts';

/** Where people need the controls at hand: their own colours, a finger, little room (as at 200 % zoom). */
const KEEP_QUERY = '(forced-colors: active), (pointer: coarse), (max-width: 640px)';

/** Whether the bar stands, and how to tell it about focus. `scroller` is what scrolls the article. */
export function useBar(scroller: HTMLElement, keepBar: boolean): { shown: boolean; focus: (inside: boolean) => void } {
  const [state, tell] = useReducer(nextBarState, BAR_SHOWN);
  useEffect(() => {
    const stop = new AbortController();
    const options = { passive: true, signal: stop.signal };
    const root = scroller.ownerDocument.documentElement;
    // The document's own scroller fires its events at the document.
    const target: EventTarget = scroller === root ? scroller.ownerDocument : scroller;
    const onScroll = () => {
      const { scrollTop: top, scrollHeight, clientHeight } = scroller;
      tell({ kind: 'scroll', top, atEnd: top + clientHeight >= scrollHeight - 2 });
    };
    target.addEventListener('scroll', onScroll, options);
    scroller.addEventListener('pointermove', ({ clientY }) => tell({ kind: 'pointer', y: clientY }), options);
    return () => stop.abort();
  }, [scroller]);
  const kept = keepBar || scroller.ownerDocument.defaultView?.matchMedia(KEEP_QUERY).matches === true;
  return { shown: kept || state.shown, focus: (inside) => tell({ kind: 'focus', inside }) };
}
