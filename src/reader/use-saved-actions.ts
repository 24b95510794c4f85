import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { asRectoError } from '../model/errors/as-recto-error.ts';
import type { RectoError } from '../model/errors/recto-error.ts';
import type { Library } from '../model/library.ts';
import type { Place, SavedMetadata } from '../model/saved-article.ts';

export interface SavedActions {
  /** The last error, until the next attempt. */
  error: RectoError | null;
  fail(thrown: unknown): void;
  /** Removes the error. */
  dismiss(): void;
  /** Waits for the work and calls `done`, or sets the error when the work fails. */
  attempt(work: Promise<unknown>, done?: () => void): void;
  /**
   * Where this page has moved the article, or is moving it; null when it has not, or another window moved the article
   * since.
   */
  moved: Place | null;
  /** Where the article is, with a move from here counted before storage reports it. */
  place: Place;
  move(to: Place): void;
  undoMove(): void;
}

/**
 * A move that was made here. An object, so that two moves to the same place are distinguished: one may be undone and
 * repeated.
 */
interface Move {
  readonly to: Place;
}

/**
 * What can be done with a saved article while it is read: moving it, undoing that, and reporting what failed.
 * `onUndone` is called when a move was undone.
 */
export function useSavedActions(
  library: Pick<Library, 'move' | 'restore' | 'metadata'>,
  { id, place, movedAt }: Pick<SavedMetadata, 'id' | 'place' | 'movedAt'>,
  onUndone: () => void = () => undefined,
): SavedActions {
  const [moved, setMoved] = useState<Move | null>(null);
  const [error, setError] = useState<RectoError | null>(null);
  const fail = (thrown: unknown) => setError(asRectoError(thrown));
  const attempt = (work: Promise<unknown>, done?: () => void) => {
    setError(null);
    work.then(done, fail);
  };
  /** The last move that has succeeded, to which `moved` returns when a later one fails. */
  const done = useRef<Move | null>(null);
  /** The last request. Requests run one after the other, so that Undo does not overtake the move that it undoes. */
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = last.current.then(work);
    last.current = mine.catch(() => undefined);
    return mine;
  };
  const leave = (from: Move | null, to: Move | null) => setMoved((now) => (now === from ? to : now));
  /** Forgets the move, because it was undone or another window has moved the article since. */
  const leaveMoved = () => {
    done.current = null;
    leave(moved, null);
  };
  // A change of `place` may be the late report of an earlier move from here. So storage is asked after all requests:
  // only if it differs then, another window has moved the article. This is a layout effect, so that it runs before a
  // key that is pressed as soon as the article is shown can move it.
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
    // Storage does not archive an article that another window has deleted, which may not have been reported yet.
    const found = await library.metadata([id]).catch(() => null);
    if (found?.[0]?.place === 'deleted') leave(mine, { to: 'deleted' });
  };
  const takeBack = async () => {
    if (moved?.to === 'archive') {
      // Without asking first, since the page may be closed at once. It is moved only if it is still in the archive.
      await library.move([id], 'list', ['archive']);
      // If storage cannot be asked, the move is taken as undone.
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
