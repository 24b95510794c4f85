import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Article } from '../model/article.ts';
import { asRectoError } from '../model/errors/as-recto-error.ts';
import type { RectoError } from '../model/errors/recto-error.ts';
import type { TagChange } from '../model/library.ts';
import { UNDO_MS } from '../ui/list/actions/use-undo.ts';

/**
 * Undo needs the id, because after a deletion nothing is kept of the page any more. The time of a save distinguishes it
 * from a later one. The tags are those that were really added and removed.
 */
export type Done =
  | { what: 'saved'; id: string; savedAt: number }
  | { what: 'tagged'; id: string; change: Required<TagChange> }
  | { what: 'updated' | 'aside' | 'deleted' | 'archived'; id: string };

/** What the page in the tab is, as far as that is known. */
export interface Subject {
  title: string | null;
  article: Article | null;
}

/** Gives whether anything was taken back: another window may have changed the article since. */
type TakeBack = (done: Done) => Promise<boolean>;

/** One action at a time on the page's article. Another one meanwhile, such as a second click, is dropped. */
export interface PageWork {
  busy: boolean;
  /** What was just done, while it can be undone; null once something else begins. */
  done: Done | null;
  /** The last thing that was done here is undone. */
  undone: boolean;
  error: RectoError | null;
  /** The earlier page, if the failure is about that one. */
  failedBefore: Subject | null;
  run(work: () => Promise<Done | null>): void;
  /** Undoes the action under way, once it is done, or else what was just `done`. Does nothing when that is null. */
  takeBack(done: Done | null, undo: TakeBack): void;
  /** Reports what failed for the present page, or for the one `before` it. */
  fail(thrown: unknown, before?: Subject | null): void;
  /** Closes the failure. What was `done` before it, or could not be taken back, is shown again. */
  dismiss(): void;
}

/** Runs actions and reports their outcome, which is dropped with the page. The functions never change. */
export function usePageWork(tabId: number, pageKey: string | null, subject: Subject): PageWork {
  const [done, setDone] = useState<Done | null>(null);
  const [undone, setUndone] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<RectoError | null>(null);
  const [failedBefore, setFailedBefore] = useState<Subject | null>(null);
  const latest = useRef(subject);
  latest.current = subject;
  const page = useRef({});
  /** The action under way: its page, and how to take it back once it is done. */
  const underWay = useRef<{ page: object; undo: TakeBack | null } | null>(null);
  const fail = useCallback((thrown: unknown, before: Subject | null = null) => {
    setError(asRectoError(thrown));
    setFailedBefore(before);
  }, []);
  const dismiss = useCallback(() => setError(null), []);
  // Before the paint, so that what a key begins as soon as the article is visible belongs to this page.
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
    // An action on the previous page is not reported on this one.
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
    // From now on Undo is for the new action.
    setDone(null);
    void begin(work);
  }, []);
  const takeBack = useCallback<PageWork['takeBack']>((standing, undo) => {
    if (underWay.current && isBusy()) underWay.current.undo = undo;
    else if (standing) void begin(() => undo(standing).then((isUndone) => (isUndone ? 'undone' : null)));
  }, []);
  return { busy, done, undone, error, failedBefore, run, takeBack, fail, dismiss };
}
