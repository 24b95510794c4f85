import type { LibraryCounts, LibraryReader } from '../model/library.ts';

/**
 * A reader that counts once for all who ask at the same time, as rail, list and notices do at the start: counting 10,000
 * articles takes longer than reading the first of them. Once something has changed it is counted anew. What was counted is
 * known until then.
 */
export function shareCounts<Reader extends LibraryReader>(library: Reader, signal: AbortSignal): Reader {
  let asked: Promise<LibraryCounts> | null = null;
  let known: LibraryCounts | null = null;
  library.watch(() => {
    asked = null;
    known = null;
  }, signal);
  return {
    ...library,
    knownCounts: () => known,
    counts() {
      if (asked) return asked;
      const counting = library
        .counts()
        .then((counts) => {
          if (asked === counting) known = counts;
          return counts;
        })
        .finally(() => {
          if (asked === counting) asked = null;
        });
      asked = counting;
      return counting;
    },
  };
}
