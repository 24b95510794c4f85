import { useLayoutEffect, useRef } from 'preact/hooks';
import { matchReaderKey } from './match-reader-key.ts';
import type { ReaderActions, ReaderSurfaceParts } from './reader-surface.ts';

/**
 * Runs the action of each key press that the surface reports; presses without an action are left to the browser, but for the
 * repeats of Esc: their first press has closed something, and the browser would close with them what was behind it. `dir` is
 * the interface's.
 */
export function useReaderKeys(
  listenKeys: ReaderSurfaceParts['listenKeys'],
  actions: ReaderActions,
  letterKeys = true,
  dir: 'ltr' | 'rtl' = 'ltr',
): void {
  const latest = useRef({ actions, letterKeys });
  latest.current = { actions, letterKeys };
  // Before the paint: a key pressed as soon as the article stands there is not lost.
  useLayoutEffect(() => {
    const stop = new AbortController();
    listenKeys((press) => {
      if (press.repeat && press.key === 'Escape') return true;
      const action = matchReaderKey(press, latest.current.letterKeys, dir);
      const run = action && latest.current.actions[action];
      run?.();
      return run !== undefined && run !== null;
    }, stop.signal);
    return () => stop.abort();
  }, [listenKeys, dir]);
}
