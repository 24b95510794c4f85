import { useEffect, useState } from 'preact/hooks';
import { latestOnly } from '../../model/latest-only.ts';
import type { LibraryCounts, LibraryReader } from '../../model/library.ts';

/** How much is in each part of the library, kept true. Null until that is known; `failed` when storage does not say. */
export function useCounts(
  library: Pick<LibraryReader, 'counts' | 'knownCounts' | 'watch'>,
  failed: LibraryCounts | null = null,
): LibraryCounts | null {
  const [counts, setCounts] = useState<LibraryCounts | null>(() => library.knownCounts?.() ?? null);
  useEffect(() => {
    const end = new AbortController();
    const begin = latestOnly(end.signal);
    const load = () => {
      const isLatest = begin();
      void library
        .counts()
        .catch(() => failed)
        .then((found) => isLatest() && setCounts(found));
    };
    load();
    library.watch(load, end.signal);
    return () => end.abort();
  }, [library]);
  return counts;
}
