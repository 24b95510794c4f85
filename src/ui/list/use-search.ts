import { useEffect, useState } from 'preact/hooks';
import { asRectoError } from '../../model/as-recto-error.ts';
import type { LibraryReader, SearchHit } from '../../model/library.ts';
import type { RectoError } from '../../model/recto-error.ts';

/** More are never looked at; the next word narrows them. */
const LIMIT = 100;
/** Long enough to skip most in-between letters, too short to be felt. */
const PAUSE = 60;

export interface Search {
  /** Null while nothing is searched for, or the first answer is on its way. */
  hits: SearchHit[] | null;
  error: RectoError | null;
}

/** Searches as `text` changes, and again when the library does. A late answer never replaces a newer one. */
export function useSearch(library: LibraryReader, text: string): Search {
  const [search, setSearch] = useState<Search>({ hits: null, error: null });
  const wanted = text.trim();

  useEffect(() => {
    if (!wanted) return setSearch({ hits: null, error: null });
    const end = new AbortController();
    let asked = 0;
    const run = () => {
      asked += 1;
      const mine = asked;
      const current = () => !end.signal.aborted && mine === asked;
      library.search(wanted, LIMIT).then(
        (hits) =>
          current() && setSearch({ hits: hits.filter(({ metadata }) => metadata.place !== 'deleted'), error: null }),
        (thrown) => current() && setSearch({ hits: null, error: asRectoError(thrown) }),
      );
    };
    const timer = setTimeout(run, PAUSE);
    library.watch(run, end.signal);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [library, wanted]);

  return search;
}
