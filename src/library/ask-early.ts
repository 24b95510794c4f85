import type { LibraryCounts, LibraryReader, ListQuery } from '../model/library.ts';
import { CONTINUE_LIMIT } from '../ui/list/rows/continue-reading.tsx';

/**
 * A reader that requests at once what a list shows first: its first page, and the articles that were begun. The first
 * caller gets these answers, unless something has changed meanwhile. They are requested before any counts, because
 * counting takes as long for 10,000 articles.
 */
export function askEarly<Reader extends LibraryReader>(library: Reader, query: ListQuery): Reader {
  const page = once(library, library.list(query));
  const begun = once(library, library.continueReading(CONTINUE_LIMIT));
  const isAsked = ({ place, limit, after }: ListQuery): boolean =>
    place === query.place && limit === query.limit && (after ?? null) === null;
  return {
    ...library,
    list: (asked: ListQuery) => (isAsked(asked) ? page() : null) ?? library.list(asked),
    continueReading: (limit: number) => (limit === CONTINUE_LIMIT ? begun() : null) ?? library.continueReading(limit),
  };
}

/** Gives an answer that is under way to the first caller, unless the library has changed meanwhile; null after that. */
function once<Answer>(library: LibraryReader, asked: Promise<Answer>): () => Promise<Answer> | null {
  const end = new AbortController();
  let early: Promise<Answer> | null = asked;
  // The caller who takes it is told of the failure.
  asked.catch(() => undefined);
  const take = (): Promise<Answer> | null => {
    const taken = early;
    early = null;
    end.abort();
    return taken;
  };
  library.watch(() => void take(), end.signal);
  return take;
}

/**
 * A reader that counts once for all who ask at the same time, as rail, list and notices do at the start: counting
 * 10,000 articles takes longer than reading the first of them. It counts again only after a change.
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
