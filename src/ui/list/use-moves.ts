import { useCallback, useState } from 'preact/hooks';
import { asRectoError } from '../../model/as-recto-error.ts';
import type { LibraryWriter } from '../../model/library.ts';
import type { RectoError } from '../../model/recto-error.ts';
import type { Place, SavedMetadata } from '../../model/saved-article.ts';
import type { RowAction } from './saved-row.tsx';
import type { SavedItems } from './use-saved-items.ts';
import type { Undo } from './use-undo.ts';
import { useWords } from './words-context.ts';

const TOLD = {
  archive: 'listArchived',
  delete: 'listDeleted',
  list: 'listMovedBack',
  restore: 'listRestored',
} as const;

const TARGET: Record<Exclude<RowAction, 'open'>, Place> = {
  archive: 'archive',
  delete: 'deleted',
  list: 'list',
  restore: 'list',
};

export interface Moves {
  move(action: Exclude<RowAction, 'open'>, items: readonly SavedMetadata[]): void;
  error: RectoError | null;
}

/** Archive, delete and restore with Undo. The rows leave at once and come back when the move fails. */
export function useMoves(library: LibraryWriter, list: Pick<SavedItems, 'hide' | 'show'>, undo: Undo): Moves {
  const words = useWords();
  const [error, setError] = useState<RectoError | null>(null);
  const { hide, show } = list;
  const { offer } = undo;

  const move = useCallback(
    (action: Exclude<RowAction, 'open'>, items: readonly SavedMetadata[]) => {
      const ids = items.map(({ id }) => id);
      const fail = (thrown: unknown) => {
        show(ids);
        setError(asRectoError(thrown));
      };
      const back = async () => {
        show(ids);
        // A deleted item remembers where it was; the others came from one known place.
        const undone = action === 'delete' ? library.restore(ids) : library.move(ids, items[0]?.place ?? 'list');
        await undone.catch(fail);
      };
      hide(ids);
      setError(null);
      (action === 'restore' ? library.restore(ids) : library.move(ids, TARGET[action])).then(
        () => offer({ text: words.count(TOLD[action], ids.length, items[0]?.title ?? ''), undo: back }),
        fail,
      );
    },
    [library, hide, show, offer, words],
  );
  return { move, error };
}
