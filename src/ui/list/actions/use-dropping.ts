import { useCallback } from 'preact/hooks';
import type { LibraryWriter } from '../../../model/library.ts';
import type { SavedMetadata } from '../../../model/saved-article.ts';
import { isolateName } from '../../../model/text/isolate-name.ts';
import { idsOf } from '../items/ids-of.ts';
import type { SavedItems } from '../items/use-saved-items.ts';
import { useWords } from '../words-context.ts';
import type { TellFailure } from './use-row-moves.ts';
import type { Steps } from './use-steps.ts';
import type { Undo, Undoable } from './use-undo.ts';

interface DroppingParts {
  list: Pick<SavedItems, 'hide' | 'show'>;
  undo: Undo;
  steps: Steps;
  /** As for `useRowMoves`. */
  tell: TellFailure;
}

/**
 * Deletes items of Recently deleted for good, in steps, and tells what was done. Rows leave at once, and those that
 * could not be deleted come back. There is no Undo, so it has to be asked before.
 */
export function useDropping(
  library: Pick<LibraryWriter, 'dropDeleted'>,
  { list, undo, steps, tell }: DroppingParts,
): (items: readonly SavedMetadata[]) => void {
  const words = useWords();
  const { hide, show } = list;
  const { offer } = undo;
  const { run } = steps;
  return useCallback(
    (items) => {
      const make = async (
        wanted: readonly SavedMetadata[],
        before: readonly SavedMetadata[],
      ): Promise<Undoable | null> => {
        const { done, left, error } = await run(wanted, (step) => library.dropDeleted(idsOf(step)));
        show(idsOf(left));
        const dropped = [...before, ...done];
        if (error) tell(error, () => begin(left, dropped));
        const [first] = dropped;
        if (!first) return null;
        return { text: words.count('listDropped', dropped.length, isolateName(first.title, words.dir)), undo: null };
      };
      const begin = (wanted: readonly SavedMetadata[], before: readonly SavedMetadata[] = []): void => {
        hide(idsOf(wanted));
        tell(null);
        offer(make(wanted, before));
      };
      begin(items);
    },
    [library, hide, show, offer, run, tell, words],
  );
}
