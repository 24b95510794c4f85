import { useLayoutEffect, useRef } from 'preact/hooks';
import { matchReaderKey } from './match-reader-key.ts';
import type { ReaderActions, ReaderSurfaceParts } from './reader-surface.ts';

/** Runs the action of each key press that the surface reports; presses without an action are left to the browser. */
export function useReaderKeys(listenKeys: ReaderSurfaceParts['listenKeys'], actions: ReaderActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  // Before the paint: a key pressed as soon as the article stands there is not lost.
  useLayoutEffect(() => {
    const stop = new AbortController();
    listenKeys((press) => {
      const action = matchReaderKey(press);
      const run = action && latest.current[action];
      run?.();
      return run !== undefined && run !== null;
    }, stop.signal);
    return () => stop.abort();
  }, [listenKeys]);
}
