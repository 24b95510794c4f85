import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Article } from '../model/article.ts';
import { asRectoError } from '../model/as-recto-error.ts';
import type { RectoError } from '../model/recto-error.ts';
import { UNDO_MS } from '../ui/list/use-undo.ts';

/** Undo needs the id: once deleted, nothing is kept of the page any more. The time of a save tells it from a later one. */
export type Done =
  | { what: 'saved'; id: string; savedAt: number }
  | { what: 'updated' | 'aside' | 'deleted' | 'archived'; id: string };

/** What the page in the tab is, as far as that is known. */
export interface Subject {
  title: string | null;
  article: Article | null;
}

/** Gives whether anything was taken back: another window may have done more with it since. */
type TakeBack = (done: Done) => Promise<boolean>;

/** One action at a time on the page's article: another one meanwhile, as by a second click, is dropped. */
export interface PageWork {
  busy: boolean;
  /** What was just done, while it can be undone; null once something else begins. */
  done: Done | null;
  /** The last thing that was done here is undone. */
  undone: boolean;
  error: RectoError | null;
  /** The earlier page, where something failed for that one. */
  failedBefore: Subject | null;
  run(work: () => Promise<Done | null>): void;
  /** Undoes the action under way, once it is done, or what was just `done`; does nothing when that is null. */
  takeBack(done: Done | null, undo: TakeBack): void;
  /** Reports what failed for the present page, or for the one `before` it. */
  fail(thrown: unknown, before?: Subject | null): void;
  /** Closes the failure; what was `done` before, or could not be taken back, is shown again. */
  dismiss(): void;
}

/** Does what is wanted and reports the outcome, which goes with the page. The functions never change. */
export function usePageWork(tabId: number, pageKey: string | null, subject: Subject): PageWork {
  const [done, setDone] = useState<Done | null>(null);
  const [undone, setUndone] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<RectoError | null>(null);
  const [failedBefore, setFailedBefore] = useState<Subject | null>(null);
  const latest = useRef(subject);
  latest.current = subject;
  const page = useRef({});
  /** What is being done: the page it is done with, and how it is to be taken back once it is done. */
  const underWay = useRef<{ page: object; undo: TakeBack | null } | null>(null);
  const fail = useCallback((thrown: unknown, before: Subject | null = null) => {
    setError(asRectoError(thrown));
    setFailedBefore(before);
  }, []);
  const dismiss = useCallback(() => setError(null), []);
  // Before the paint: what is begun by a key as soon as the article stands there is of this page.
  useLayoutEffect(() => {
    page.current = {};
    setBusy(false);
    setDone(null);
    setUndone(false);
    setError(null);
  }, [tabId, pageKey]);

  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(null), UNDO_MS);
    return () => clearTimeout(timer);
  }, [done]);

  const isBusy = () => underWay.current?.page === page.current;
  const begin = useCallback(async (work: () => Promise<Done | 'undone' | null>) => {
    const mine: NonNullable<typeof underWay.current> = { page: page.current, undo: null };
    underWay.current = mine;
    const about = latest.current;
    // What was done with the page before is no news of the one that is shown now.
    const tell = (outcome: Done | null, isUndone = false) => {
      if (page.current !== mine.page) return;
      setDone(outcome);
      setUndone(isUndone);
    };
    setBusy(true);
    setError(null);
    setUndone(false);
    try {
      const outcome = await work();
      if (outcome === 'undone') return tell(null, true);
      tell(outcome);
      if (outcome && mine.undo) tell(null, await mine.undo(outcome));
    } catch (thrown) {
      fail(thrown, page.current === mine.page ? null : about);
    } finally {
      if (underWay.current === mine) {
        underWay.current = null;
        setBusy(false);
      }
    }
  }, []);
  const run = useCallback((work: () => Promise<Done | null>) => {
    if (isBusy()) return;
    // Undo is of what is being done from now on.
    setDone(null);
    void begin(work);
  }, []);
  const takeBack = useCallback<PageWork['takeBack']>((standing, undo) => {
    if (underWay.current && isBusy()) underWay.current.undo = undo;
    else if (standing) void begin(() => undo(standing).then((isUndone) => (isUndone ? 'undone' : null)));
  }, []);
  return { busy, done, undone, error, failedBefore, run, takeBack, fail, dismiss };
}
