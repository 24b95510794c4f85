import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { asRectoError } from '../model/as-recto-error.ts';
import type { Library } from '../model/library.ts';
import type { RectoError } from '../model/recto-error.ts';
import type { Place, SavedMetadata } from '../model/saved-article.ts';

export interface SavedActions {
  /** What went wrong last, until the next attempt. */
  error: RectoError | null;
  fail(thrown: unknown): void;
  /** Says no more about it. */
  dismiss(): void;
  /** Waits for the work, then does `done`; says when it fails. */
  attempt(work: Promise<unknown>, done?: () => void): void;
  /** Where the article was moved to from here, or is being moved; null when it was not, and once another window has moved it. */
  moved: Place | null;
  /** Where it is: also before the change is heard of. */
  place: Place;
  move(to: Place): void;
  undoMove(): void;
}

/** One move that was made here, told from others to the same place: what was taken back may be done again at once. */
interface OneMove {
  readonly to: Place;
}

/**
 * What can be done with a saved article while it is read: putting it away and taking that back, and saying what failed.
 * `onUndone` hears of what was taken back.
 */
export function useSavedActions(
  library: Pick<Library, 'move' | 'restore' | 'metadata'>,
  { id, place, movedAt }: Pick<SavedMetadata, 'id' | 'place' | 'movedAt'>,
  onUndone: () => void = () => undefined,
): SavedActions {
  const [moved, setMoved] = useState<OneMove | null>(null);
  const [error, setError] = useState<RectoError | null>(null);
  const fail = (thrown: unknown) => setError(asRectoError(thrown));
  const attempt = (work: Promise<unknown>, done?: () => void) => {
    setError(null);
    work.then(done, fail);
  };
  /** The last of it that is known to be done: what is told again where something after it fails. */
  const done = useRef<OneMove | null>(null);
  /** One after the other: Undo that is pressed before the answer comes must not overtake what it takes back. */
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = last.current.then(work);
    last.current = mine.catch(() => undefined);
    return mine;
  };
  const leave = (from: OneMove | null, to: OneMove | null) => setMoved((now) => (now === from ? to : now));
  /** What was moved here is not told any more: it was taken back, or another window has moved it since. */
  const leaveMoved = () => {
    done.current = null;
    leave(moved, null);
  };
  // What is heard may be late news of what was done here before: only what storage says after all of that is another window's
  // doing. Before the paint: later, it would be taken for news of what a key has done as soon as the article stood there.
  useLayoutEffect(() => {
    if (moved === null || moved.to === place) return;
    const ask = () => library.metadata([id]).catch(() => []);
    void inTurn(ask).then(([found]) => found?.place === moved.to || leaveMoved());
  }, [place, movedAt]);
  const moveNow = async (to: Place) => {
    const mine = { to };
    setMoved(mine);
    try {
      await inTurn(() => library.move([id], to));
    } catch (thrown) {
      leave(mine, done.current);
      throw thrown;
    }
    done.current = mine;
    if (to !== 'archive') return;
    // One that another window has deleted stays so; it may not have been told yet.
    const found = await library.metadata([id]).catch(() => null);
    if (found?.[0]?.place === 'deleted') leave(mine, { to: 'deleted' });
  };
  const takeBack = async () => {
    if (moved?.to === 'archive') {
      // At once, since the page may be closed right after; another window may have moved it, and not every window hears of that.
      await library.move([id], 'list', ['archive']);
      // What was taken back must not be told as failed where that is not known.
      const found = await library.metadata([id]).catch(() => null);
      if (found && found[0]?.place !== 'list') return;
    } else await library.restore([id]);
    onUndone();
  };
  return {
    ...{ error, fail, attempt },
    moved: moved?.to ?? null,
    place: moved?.to ?? place,
    dismiss: () => setError(null),
    move: (to) => attempt(moveNow(to)),
    undoMove: () => attempt(inTurn(takeBack), leaveMoved),
  };
}
