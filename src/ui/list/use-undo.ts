import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { LibraryChange, LibraryReader } from '../../model/library.ts';

/** Something that has been done and can be taken back. */
interface Undoable {
  text: string;
  /** Gives whether all of it was taken back; what was not is told by whoever offered it. */
  undo(): Promise<boolean>;
  /** Whether there is anything left to take back, now that something has changed; without it there always is. */
  stands?(change: LibraryChange): Promise<boolean>;
}

export interface Undo {
  notice: Undoable | null;
  /** What was offered last has been taken back. */
  taken: boolean;
  /** Shows what was done; whatever was offered before can no longer be undone from here. */
  offer(done: Undoable): void;
  /** Takes the last one back. Does nothing when there is none. */
  take(): void;
  /** The pointer or the focus rests on the notice: it stays. */
  hold(held: boolean): void;
}

/** How long Undo is offered unless something else is done first, in ms. */
export const UNDO_TIME = 20_000;

/** Offers to take back what was done last, for `UNDO_TIME`, or until another window has done so. */
export function useUndo(library: Pick<LibraryReader, 'watch'>): Undo {
  const [notice, setNotice] = useState<Undoable | null>(null);
  const [held, hold] = useState(false);
  const [taken, setTaken] = useState(false);
  const latest = useRef(notice);
  latest.current = notice;

  useEffect(() => {
    if (!notice || held) return;
    const timer = setTimeout(() => setNotice(null), UNDO_TIME);
    return () => clearTimeout(timer);
  }, [notice, held]);

  useEffect(() => {
    if (!notice?.stands) return;
    const end = new AbortController();
    library.watch((change) => {
      const standing = notice.stands?.(change).catch(() => true);
      void standing?.then((stands) => stands || end.signal.aborted || setNotice(null));
    }, end.signal);
    return () => end.abort();
  }, [library, notice]);

  const offer = useCallback((done: Undoable) => {
    hold(false);
    setTaken(false);
    setNotice(done);
  }, []);
  const take = useCallback(() => {
    const undoable = latest.current;
    setNotice(null);
    hold(false);
    // What was offered meanwhile is told instead.
    void undoable?.undo().then((isTaken) => setTaken(isTaken && latest.current === null));
  }, []);
  return { notice, taken, offer, take, hold };
}
