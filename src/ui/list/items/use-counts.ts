import { useEffect, useState } from 'preact/hooks';
import type { LibraryCounts, LibraryReader } from '../../../model/library.ts';
import { takeLatest } from '../../../model/take-latest.ts';

/** How much is in each part of the library, kept up to date. Null until known; `failed` when storage does not say. */
export function useCounts(
  library: Pick<LibraryReader, 'counts' | 'knownCounts' | 'watch'>,
  failed: LibraryCounts | null = null,
): LibraryCounts | null {
  const [counts, setCounts] = useState<LibraryCounts | null>(() => library.knownCounts?.() ?? null);
  useEffect(() => {
    const end = new AbortController();
    const load = takeLatest(
      () => library.counts(),
      setCounts,
      end.signal,
      () => setCounts(failed),
    );
    load();
    library.watch(load, end.signal);
    return () => end.abort();
  }, [library]);
  return counts;
}
