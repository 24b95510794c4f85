import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { IndexProgress, LibraryWriter } from '../../model/library.ts';

/** Between two questions how far it is; they also keep the background awake until it is done. */
const ASK_EVERY = 500;
/** The rows come first. */
const FIRST_ASK = 1500;

interface Mending {
  /** Null when the search index is whole. */
  progress: IndexProgress | null;
  /** Counts the ends, for windows that hear of no change (private ones in Firefox): what was found is looked for again. */
  times: number;
  /** A query has met damage. Asks for a new index once. */
  report(): void;
}

/** Asks whether the search index is whole, and while it is made anew, how far that is. */
export function useMending(library: LibraryWriter, enabled: boolean): Mending {
  const [progress, setProgress] = useState<IndexProgress | null>(null);
  const [times, setTimes] = useState(0);
  const [reported, setReported] = useState(false);
  const asked = useRef(false);

  useEffect(() => {
    if (!enabled) return;
    let ended = false;
    let timer: ReturnType<typeof setTimeout>;
    let seen = false;
    const ask = async () => {
      const damaged = reported && !asked.current;
      asked.current ||= damaged;
      // A search that meets the damage says so; the index is looked at again at the next start.
      const found = await library.mendSearch({ damaged }).catch(() => null);
      if (ended) return;
      setProgress(found);
      if (!found && seen) setTimes((count) => count + 1);
      seen = found !== null;
      if (found) timer = setTimeout(ask, ASK_EVERY);
    };
    timer = setTimeout(ask, reported ? 0 : FIRST_ASK);
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [library, enabled, reported]);

  const report = useCallback(() => setReported(true), []);
  return { progress, times, report };
}
