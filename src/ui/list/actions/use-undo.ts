import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { LibraryChange, LibraryReader } from '../../../model/library.ts';

/** An action that was done. */
export interface Undoable {
  text: string;
  /**
   * Takes it back. Gives what was not taken back and can be tried again, null for nothing. Whoever offered it reports
   * why. Null where there is no way back: then it is only told.
   */
  undo: (() => Promise<Undoable | null>) | null;
  /** Whether anything is left to take back after a change. If absent, there always is. */
  stands?(change: LibraryChange): Promise<boolean>;
}

export interface Undo {
  notice: Undoable | null;
  /** The last offer was taken. */
  taken: boolean;
  /** Shows what was done, once it is done; null shows nothing. From now on earlier offers can no longer be taken. */
  offer(doing: Promise<Undoable | null>): void;
  /** Takes the last one back, after waiting for what is still being done. Does nothing when there is none. */
  take(): void;
  /** The pointer or the focus rests on the notice: it stays. */
  hold(held: boolean): void;
}

/** How long Undo is offered, unless something else is done first. */
export const UNDO_MS = 20_000;

/** Offers to take back the last action, for `UNDO_MS`, or until another window has done so. */
export function useUndo(library: Pick<LibraryReader, 'watch'>): Undo {
  const [notice, setNotice] = useState<Undoable | null>(null);
  const [held, hold] = useState(false);
  const [taken, setTaken] = useState(false);
  const latest = useRef<Undoable | null>(null);
  /** What is still being done. */
  const doing = useRef<Promise<Undoable | null> | null>(null);
  const put = useCallback((next: Undoable | null) => {
    latest.current = next;
    hold(false);
    setNotice(next);
  }, []);

  useEffect(() => {
    if (!notice || held) return;
    const timer = setTimeout(() => put(null), UNDO_MS);
    return () => clearTimeout(timer);
  }, [notice, held]);

  useEffect(() => {
    if (!notice?.stands) return;
    const end = new AbortController();
    library.watch((change) => {
      // If the library cannot be asked, Undo stays.
      const standing = notice.stands?.(change).catch(() => true);
      void standing?.then((stands) => stands || end.signal.aborted || put(null));
    }, end.signal);
    return () => end.abort();
  }, [library, notice]);

  const offer = useCallback((work: Promise<Undoable | null>) => {
    setTaken(false);
    put(null);
    doing.current = work;
    void work.then((done) => {
      if (doing.current !== work) return;
      doing.current = null;
      put(done);
    });
  }, []);
  const take = useCallback(async () => {
    const wanted = doing.current ?? latest.current;
    doing.current = null;
    put(null);
    const done = await wanted;
    if (!done) return;
    // What cannot be taken back is told on.
    const left = done.undo ? await done.undo() : done;
    // What was done meanwhile is shown instead.
    if (doing.current || latest.current) return;
    put(left);
    setTaken(left === null);
  }, []);
  return { notice, taken, offer, take: useCallback(() => void take(), []), hold };
}
