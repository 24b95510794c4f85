import { useCallback, useState } from 'preact/hooks';
import { asRectoError } from '../../model/as-recto-error.ts';
import type { LibraryWriter } from '../../model/library.ts';
import type { RectoError } from '../../model/recto-error.ts';
import type { Place, SavedMetadata } from '../../model/saved-article.ts';
import type { MoveAction } from './saved-row.tsx';
import type { SavedItems } from './use-saved-items.ts';
import type { Undo } from './use-undo.ts';
import { useWords } from './words-context.ts';

const TOLD = {
  archive: 'listArchived',
  delete: 'listDeleted',
  list: 'listMovedBack',
  restore: 'listRestored',
} as const;

const TARGET: Record<MoveAction, Place> = {
  archive: 'archive',
  delete: 'deleted',
  list: 'list',
  restore: 'list',
};

export interface Moves {
  move(action: MoveAction, items: readonly SavedMetadata[]): void;
  error: RectoError | null;
}

/**
 * Archive, delete and restore with Undo. The rows leave at once and come back when the move fails; where the
 * list is of `anyPlace` only deleting takes them away.
 */
export function useMoves(
  library: LibraryWriter,
  list: Pick<SavedItems, 'hide' | 'show'>,
  undo: Undo,
  anyPlace = false,
): Moves {
  const words = useWords();
  const [error, setError] = useState<RectoError | null>(null);
  const { hide, show } = list;
  const { offer } = undo;

  const move = useCallback(
    (action: MoveAction, items: readonly SavedMetadata[]) => {
      const ids = items.map(({ id }) => id);
      const fail = (thrown: unknown) => {
        show(ids);
        setError(asRectoError(thrown));
      };
      const back = async () => {
        show(ids);
        // A deleted item remembers where it was; the others go back place by place.
        const undone = action === 'delete' ? library.restore(ids) : moveBack(library, items);
        await undone.catch(fail);
      };
      // A list of favourites or of a tag has them wherever they are.
      if (!anyPlace || action === 'delete') hide(ids);
      setError(null);
      (action === 'restore' ? library.restore(ids) : library.move(ids, TARGET[action])).then(
        () => offer({ text: words.count(TOLD[action], ids.length, items[0]?.title ?? ''), undo: back }),
        fail,
      );
    },
    [library, hide, show, offer, words, anyPlace],
  );
  return { move, error };
}

async function moveBack(library: LibraryWriter, items: readonly SavedMetadata[]): Promise<void> {
  for (const place of new Set(items.map((item) => item.place))) {
    const ids = items.filter((item) => item.place === place).map(({ id }) => id);
    await library.move(ids, place);
  }
}
