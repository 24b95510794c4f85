import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { asRectoError } from '../../model/as-recto-error.ts';
import { latestOnly } from '../../model/latest-only.ts';
import type { IndexProgress, Library, LibraryReader, LibraryWriter, SearchHit } from '../../model/library.ts';
import type { RectoError } from '../../model/recto-error.ts';

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
  /** Why nothing was found; or, while `hits` stand that were found before, why they could not be looked for again. */
  error: RectoError | null;
  /** Brings the next ones. */
  loadMore(): void;
  /** Brings as many as are ever looked at. */
  loadRest(): void;
  /** Tries again after an error. */
  retry(): void;
}

/** `isMended` is false until it is known, while the index is made anew, and until it was searched again: more may be found then. */
export type MendedSearch = Search & { isMended: boolean };

/** The search, and how far the index is that is made anew where it is found to be damaged. */
export function useSearch(library: Library, text: string, mends: boolean): [MendedSearch, IndexProgress | null] {
  const mending = useMending(library, mends);
  const search = useHits(library, text, mending.times);
  useEffect(() => {
    if (search.damaged) mending.report();
  }, [search.damaged, mending.report]);
  const isMended = mending.isKnown && mending.progress === null && search.times === mending.times;
  return [{ ...search, isMended }, mending.progress];
}

/** Somewhat more than a screen; snippets are cut for these, and the next ones come when they are scrolled to. */
const PAGE = 20;
/** More are never looked at; the next word narrows them. */
const MOST = 500;
/** Long enough to skip most in-between letters, too short to be felt. */
const PAUSE = 60;

type Found = Omit<Search, 'loadMore' | 'loadRest' | 'retry'>;

const NOTHING: Found = { text: '', times: 0, hits: null, more: false, damaged: false, error: null };

/**
 * Searches as `text` changes, again when the library does, and when `times` changes. A late answer never replaces a
 * newer one.
 */
function useHits(library: LibraryReader, text: string, times = 0): Search {
  const [found, setFound] = useState<Found>(NOTHING);
  const [limit, setLimit] = useState(PAGE);
  const [attempt, setAttempt] = useState(0);
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
        (thrown) => {
          if (!isLatest()) return;
          const error = asRectoError(thrown);
          // Rows that are looked at are not taken away for want of the next ones.
          setFound((old) => ({ ...(old.text === wanted ? old : { ...NOTHING, text: wanted }), times, error }));
        },
      );
    };
    const timer = setTimeout(run, limit === PAGE ? PAUSE : 0);
    library.watch(run, end.signal);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [library, wanted, limit, times, attempt]);

  // Other words begin with their first page. Before the paint: later, it would take back what was asked for of them.
  useLayoutEffect(() => setLimit(PAGE), [wanted]);
  const loadMore = useCallback(() => setLimit((old) => Math.min(MOST, old * 3)), []);
  const loadRest = useCallback(() => setLimit(MOST), []);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { ...found, loadMore, loadRest, retry };
}

/** Between two questions how far it is; they also keep the background awake until it is done. */
const ASK_EVERY = 500;
/** The rows come first; nor is it asked sooner where there was no answer. */
const FIRST_ASK = 1500;

interface Mending {
  /** Null when the search index is whole. */
  progress: IndexProgress | null;
  /** It has been asked, where it is asked at all: before that nobody knows whether the index is whole. */
  isKnown: boolean;
  /** Counts the ends, for windows that did not hear of the change: what was found is looked for again. */
  times: number;
  /** A query has met damage. Asks for a new index once. */
  report(): void;
}

/** Asks whether the search index is whole, and while it is made anew, how far that is. */
function useMending(library: LibraryWriter, enabled: boolean): Mending {
  const [progress, setProgress] = useState<IndexProgress | null>(null);
  const [isKnown, setKnown] = useState(!enabled);
  const [times, setTimes] = useState(0);
  const [reported, setReported] = useState(false);
  const asked = useRef(false);

  useEffect(() => {
    if (!enabled) return;
    let ended = false;
    let timer: ReturnType<typeof setTimeout>;
    let seen = false;
    const ask = async () => {
      const damaged = reported && !asked.current;
      const found = await library.mendSearch({ damaged }).catch(() => 'no-answer' as const);
      if (ended) return;
      // What is known to be damaged is asked about again. Else a search that meets the damage says so, and the index is
      // looked at again at the next start.
      if (found === 'no-answer') {
        if (damaged || seen) timer = setTimeout(ask, FIRST_ASK);
        else setKnown(true);
        return;
      }
      asked.current ||= damaged;
      setProgress(found);
      setKnown(true);
      if (!found && seen) setTimes((count) => count + 1);
      seen = found !== null;
      if (found) timer = setTimeout(ask, ASK_EVERY);
    };
    timer = setTimeout(ask, reported ? 0 : FIRST_ASK);
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [library, enabled, reported]);

  const report = useCallback(() => setReported(true), []);
  return { progress, isKnown, times, report };
}
