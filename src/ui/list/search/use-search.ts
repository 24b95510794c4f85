import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { asRectoError } from '../../../model/errors/as-recto-error.ts';
import type { RectoError } from '../../../model/errors/recto-error.ts';
import { latestOnly } from '../../../model/latest-only.ts';
import type { IndexProgress, Library, LibraryReader, LibraryWriter, SearchHit } from '../../../model/library.ts';
import { useStateAbout } from '../../use-state-about.ts';

export interface Search {
  /** The text that these were found for: not that in the box, while the next answer is on its way. */
  text: string;
  /** The `times` of the search that found them. */
  times: number;
  /** Null while there is no search, or the first answer is on its way. */
  hits: SearchHit[] | null;
  /** There are more than these. */
  more: boolean;
  /** A part of the search index cannot be read. */
  damaged: boolean;
  /** Why the search failed; or, with earlier `hits`, why it could not be repeated. */
  error: RectoError | null;
  /** Loads the next ones. */
  loadMore(): void;
  /** Loads as many as are ever shown. */
  loadRest(): void;
  /** Tries again after an error. */
  retry(): void;
}

/**
 * `isMended` is false until known, while the index is rebuilt, and until the search was repeated: more may be found
 * then.
 */
export type MendedSearch = Search & { isMended: boolean };

/** The search, and the progress of the index when it is rebuilt because of damage. */
export function useSearch(library: Library, text: string, mends: boolean): [MendedSearch, IndexProgress | null] {
  const mending = useMending(library, mends);
  const search = useHits(library, text, mending.times);
  useEffect(() => {
    if (search.damaged) mending.report();
  }, [search.damaged, mending.report]);
  const isMended = mending.isKnown && mending.progress === null && search.times === mending.times;
  return [{ ...search, isMended }, mending.progress];
}

/** Somewhat more than fits on a screen: snippets are cut for these, and the next ones come on scrolling. */
const PAGE = 20;
/** Most results shown; another word narrows them. */
const MOST = 500;
/** Skips the searches for most half-typed words, and is too short to be noticed. */
const PAUSE_MS = 60;

type Found = Omit<Search, 'loadMore' | 'loadRest' | 'retry'>;

const NOTHING: Found = { text: '', times: 0, hits: null, more: false, damaged: false, error: null };

/**
 * Searches as `text` changes, again when the library does, and when `times` changes. A late answer never replaces a
 * newer one.
 */
function useHits(library: LibraryReader, text: string, times = 0): Search {
  const wanted = text.trim();
  const [found, setFound] = useState<Found>(NOTHING);
  // Another search begins with its first page.
  const [limit, setLimit] = useStateAbout(wanted, PAGE);
  const [attempt, setAttempt] = useState(0);

  // A rebuilt index may give other results.
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
          // Rows that are shown stay if the next ones cannot be read.
          setFound((old) => ({ ...(old.text === wanted ? old : { ...NOTHING, text: wanted }), times, error }));
        },
      );
    };
    const timer = setTimeout(run, limit === PAGE ? PAUSE_MS : 0);
    library.watch(run, end.signal);
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [library, wanted, limit, times, attempt]);

  const loadMore = useCallback(() => setLimit((old) => Math.min(MOST, old * 3)), []);
  const loadRest = useCallback(() => setLimit(MOST), []);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { ...found, loadMore, loadRest, retry };
}

/** The time between two requests for the progress, which also keep the background awake until it is done. */
const ASK_EVERY_MS = 500;
/** The time before the first request, since rows come first, and after one without an answer. */
const FIRST_ASK_MS = 1500;

interface Mending {
  /** Null when the search index is whole. */
  progress: IndexProgress | null;
  /** Whether the answer is known, where it is asked at all. */
  isKnown: boolean;
  /** Counts finished rebuilds, so that windows that missed the change repeat their search. */
  times: number;
  /** A query has found damage: asks once for a new index. */
  report(): void;
}

/** Asks whether the search index is whole and, while it is rebuilt, how far that is. */
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
      // Known damage is asked about again. Otherwise a search that finds damage will report it, or the next start will.
      if (found === 'no-answer') {
        if (damaged || seen) timer = setTimeout(ask, FIRST_ASK_MS);
        else setKnown(true);
        return;
      }
      asked.current ||= damaged;
      setProgress(found);
      setKnown(true);
      if (!found && seen) setTimes((count) => count + 1);
      seen = found !== null;
      if (found) timer = setTimeout(ask, ASK_EVERY_MS);
    };
    timer = setTimeout(ask, reported ? 0 : FIRST_ASK_MS);
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [library, enabled, reported]);

  const report = useCallback(() => setReported(true), []);
  return { progress, isKnown, times, report };
}
