import { useLayoutEffect, useState } from 'preact/hooks';
import type { LibraryReader } from '../../model/library.ts';
import type { SavedMetadata } from '../../model/saved-article.ts';

/** So many articles that were begun stand above the list. */
export const CONTINUE_LIMIT = 3;

/**
 * The last articles that were begun and not finished; null until they are known. They stand above the rows, which
 * therefore wait for them: rows that move away under the pointer are pressed wrongly.
 */
export function useContinueReading(library: LibraryReader): readonly SavedMetadata[] | null {
  const [items, setItems] = useState<readonly SavedMetadata[] | null>(null);
  useLayoutEffect(() => {
    const end = new AbortController();
    const load = () =>
      library.continueReading(CONTINUE_LIMIT).then(
        (found) => end.signal.aborted || setItems(found),
        // The list below tells what is wrong with storage.
        () => end.signal.aborted || setItems((before) => before ?? []),
      );
    void load();
    library.watch(load, end.signal);
    return () => end.abort();
  }, [library]);
  return items;
}
