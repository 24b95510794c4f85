import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** Something that has been done and can be taken back. */
interface Undoable {
  text: string;
  undo(): Promise<void>;
}

export interface Undo {
  notice: Undoable | null;
  /** Shows what was done; whatever was offered before can no longer be undone from here. */
  offer(done: Undoable): void;
  /** Takes the last one back. Does nothing when there is none. */
  take(): void;
  /** The pointer or the focus rests on the notice: it stays. */
  hold(held: boolean): void;
}

/** How long Undo is offered unless something else is done first, in ms. */
export const UNDO_TIME = 20_000;

/** Offers to take back what was done last, for `UNDO_TIME`. */
export function useUndo(): Undo {
  const [notice, setNotice] = useState<Undoable | null>(null);
  const [held, hold] = useState(false);
  const latest = useRef(notice);
  latest.current = notice;

  useEffect(() => {
    if (!notice || held) return;
    const timer = setTimeout(() => setNotice(null), UNDO_TIME);
    return () => clearTimeout(timer);
  }, [notice, held]);

  const offer = useCallback((done: Undoable) => {
    hold(false);
    setNotice(done);
  }, []);
  const take = useCallback(() => {
    const undoable = latest.current;
    setNotice(null);
    hold(false);
    void undoable?.undo();
  }, []);
  return { notice, offer, take, hold };
}
