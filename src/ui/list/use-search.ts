import { useCallback, useEffect, useState } from 'preact/hooks';
import { asRectoError } from '../../model/as-recto-error.ts';
import { latestOnly } from '../../model/latest-only.ts';
import type { LibraryReader, SearchHit } from '../../model/library.ts';
import type { RectoError } from '../../model/recto-error.ts';

/** Somewhat more than a screen; snippets are cut for these, and the next ones come when they are scrolled to. */
const PAGE = 20;
/** More are never looked at; the next word narrows them. */
const MOST = 500;
/** Long enough to skip most in-between letters, too short to be felt. */
const PAUSE = 60;

export interface Search {
  /** What these were found for: while the next answer is on its way, not what is in the box. */
  text: string;
  /** The `times` of the search that found them. */
  times: number;
  /** Null while nothing is searched for, or the first answer is on its way. */
  hits: SearchHit[] | null;
  /** There are more than these. */
  more: boolean;
  /** A part of the search index cannot be read. */
  damaged: boolean;
  error: RectoError | null;
  /** Brings the next ones. */
  loadMore(): void;
  /** Brings as many as are ever looked at. */
  loadRest(): void;
}

type Found = Omit<Search, 'loadMore' | 'loadRest'>;

const NOTHING: Found = { text: '', times: 0, hits: null, more: false, damaged: false, error: null };

/**
 * Searches as `text` changes, again when the library does, and when `times` changes. A late answer never replaces a
 * newer one.
 */
export function useSearch(library: LibraryReader, text: string, times = 0): Search {
  const [found, setFound] = useState<Found>(NOTHING);
  const [limit, setLimit] = useState(PAGE);
  const wanted = text.trim();

  // A mended index is another index.
  useEffect(() => {
    if (!wanted) return setFound(NOTHING);
    const end = new AbortController();
    const begin = latestOnly(end.signal);
    const run = () => {
      const isLatest = begin();
      library.search({ text: wanted, limit }).then(
        ({ hits, more, damaged }) =>
          isLatest() &&
          setFound({
            text: wanted,
            times,
            hits: hits.filter(({ metadata }) => metadata.place !== 'deleted'),
            more: more && limit < MOST,
            damaged,
            error: null,
          }),
        (thrown) => isLatest() && setFound({ ...NOTHING, text: wanted, times, error: asRectoError(thrown) }),
      );
    };
    const timer = setTimeout(run, limit === PAGE ? PAUSE : 0);
    library.watch(run, end.signal);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [library, wanted, limit, times]);

  // Other words begin with their first page.
  useEffect(() => setLimit(PAGE), [wanted]);
  const loadMore = useCallback(() => setLimit((old) => Math.min(MOST, old * 3)), []);
  const loadRest = useCallback(() => setLimit(MOST), []);
  return { ...found, loadMore, loadRest };
}
