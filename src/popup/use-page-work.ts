import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { asRectoError } from '../model/as-recto-error.ts';
import type { RectoError } from '../model/recto-error.ts';
import { UNDO_TIME } from '../ui/list/use-undo.ts';

/** Undo needs the id: once deleted, nothing is kept of the page any more. The time of a save tells it from a later one. */
export type Done =
  | { what: 'saved'; id: string; savedAt: number }
  | { what: 'updated' | 'aside' | 'deleted' | 'archived'; id: string };

/** One thing at a time that is done with the page's article: what is asked for meanwhile, as by a second click, is not done. */
export interface PageWork {
  busy: boolean;
  /** What was just done, for as long as it can be undone. */
  done: Done | null;
  error: RectoError | null;
  run(work: () => Promise<Done | null>): void;
  fail(thrown: unknown): void;
  dismiss(): void;
}

/** Does what is wanted and tells what came of it, which is gone with the page. All functions stay the same. */
export function usePageWork(tabId: number, pageKey: string | null): PageWork {
  const [done, setDone] = useState<Done | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<RectoError | null>(null);
  const page = useRef({});
  /** The page that something is being done with. */
  const underWay = useRef<object | null>(null);
  const fail = useCallback((thrown: unknown) => setError(asRectoError(thrown)), []);
  const dismiss = useCallback(() => {
    setDone(null);
    setError(null);
  }, []);
  // Before the paint: what is begun by a key as soon as the article stands there is of this page.
  useLayoutEffect(() => {
    page.current = {};
    setBusy(false);
    dismiss();
  }, [tabId, pageKey]);

  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(null), UNDO_TIME);
    return () => clearTimeout(timer);
  }, [done]);

  const run = useCallback(async (work: () => Promise<Done | null>) => {
    const begunOn = page.current;
    if (underWay.current === begunOn) return;
    underWay.current = begunOn;
    setBusy(true);
    setError(null);
    try {
      const outcome = await work();
      // What was done with the page before is no news of the one that is shown now.
      if (page.current === begunOn) setDone(outcome);
    } catch (thrown) {
      fail(thrown);
    } finally {
      if (underWay.current === begunOn) {
        underWay.current = null;
        setBusy(false);
      }
    }
  }, []);
  return { busy, done, error, run: (work) => void run(work), fail, dismiss };
}
