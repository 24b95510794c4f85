import { useState } from 'preact/hooks';
import { asRectoError } from '../model/as-recto-error.ts';
import type { Library } from '../model/library.ts';
import type { RectoError } from '../model/recto-error.ts';
import type { Place } from '../model/saved-article.ts';

export interface SavedActions {
  /** What went wrong last, until the next attempt. */
  error: RectoError | null;
  fail(thrown: unknown): void;
  /** Says no more about it. */
  dismiss(): void;
  /** Waits for the work, then does `done`; says when it fails. */
  attempt(work: Promise<unknown>, done?: () => void): void;
  /** Where the article was moved to from here; null when it was not. */
  moved: Place | null;
  move(to: Place): void;
  undoMove(): void;
}

/**
 * What can be done with a saved article while it is read: putting it away and taking that back, and saying what failed.
 * `onUndone` hears of what was taken back.
 */
export function useSavedActions(library: Library, id: string, onUndone: () => void = () => undefined): SavedActions {
  const [moved, setMoved] = useState<Place | null>(null);
  const [error, setError] = useState<RectoError | null>(null);
  const fail = (thrown: unknown) => setError(asRectoError(thrown));
  const attempt = (work: Promise<unknown>, done?: () => void) => {
    setError(null);
    work.then(done, fail);
  };
  return {
    ...{ error, fail, attempt, moved },
    dismiss: () => setError(null),
    move: (to) => attempt(library.move([id], to), () => setMoved(to)),
    undoMove: () =>
      attempt(moved === 'archive' ? library.move([id], 'list') : library.restore([id]), () => {
        setMoved(null);
        onUndone();
      }),
  };
}
