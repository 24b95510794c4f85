import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { asRectoError } from '../../../model/errors/as-recto-error.ts';
import type { RectoError } from '../../../model/errors/recto-error.ts';
import type { LibraryReader } from '../../../model/library.ts';
import type { Place, SavedMetadata } from '../../../model/saved-article.ts';
import { idsOf } from './ids-of.ts';
import { loadItems, loadQueried } from './load-items.ts';

export interface SavedItems {
  items: readonly SavedMetadata[];
  /** Rows there will be once everything is loaded. */
  count: number;
  /** False until the first page is there. */
  ready: boolean;
  /** False while more is read. */
  whole: boolean;
  error: RectoError | null;
  /** Hides items at once, while their move is on its way. */
  hide(ids: readonly string[]): void;
  /** Shows hidden items again when a move failed or was undone. */
  show(ids: readonly string[]): void;
  /** Tries again after an error. */
  reload(): void;
}

interface Loaded {
  items: SavedMetadata[];
  done: boolean;
  ready: boolean;
}

const NOTHING: Loaded = { items: [], done: false, ready: false };

/**
 * The items of one place, or those that pass a filter such as `is:favourite`, kept in step with storage while the
 * component exists.
 */
export function useSavedItems(library: LibraryReader, place: Place, query: string | null = null): SavedItems {
  const [loaded, setLoaded] = useState(NOTHING);
  const [total, setTotal] = useState(0);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<RectoError | null>(null);
  const [attempt, setAttempt] = useState(0);

  // Before the frame, because everything else in the list waits for these rows.
  useLayoutEffect(() => {
    const end = new AbortController();
    setLoaded(NOTHING);
    setHidden(new Set());
    setError(null);
    const onItems = (items: SavedMetadata[], done: boolean) => {
      setLoaded({ items, done, ready: true });
      // An item that has gone need not be hidden any more, and if it comes back, it must be visible.
      setHidden((old) => (old.size === 0 ? old : new Set(items.map(({ id }) => id).filter((id) => old.has(id)))));
    };
    const loading =
      query === null
        ? loadItems(library, place, onItems, end.signal)
        : loadQueried(library, query, onItems, end.signal);
    loading.catch((thrown) => end.signal.aborted || setError(asRectoError(thrown)));
    if (query === null) {
      // If counting fails, the loaded rows are counted; what hinders reading is reported there.
      library.counts().then(
        (counts) => end.signal.aborted || setTotal(counts[place]),
        () => undefined,
      );
    }
    return () => end.abort();
  }, [library, place, query, attempt]);

  const latest = useRef(loaded);
  latest.current = loaded;
  // Found by a search, an item may be in another place: it must be visible when it arrives in this one.
  const hide = useCallback((ids: readonly string[]) => {
    const here = new Set(idsOf(latest.current.items));
    setHidden((old) => new Set([...old, ...ids.filter((id) => here.has(id))]));
  }, []);
  const show = useCallback((ids: readonly string[]) => {
    // Both may be thousands.
    const shown = new Set(ids);
    setHidden((old) => new Set([...old].filter((id) => !shown.has(id))));
  }, []);
  const reload = useCallback(() => setAttempt((count) => count + 1), []);
  const items = hidden.size === 0 ? loaded.items : loaded.items.filter(({ id }) => !hidden.has(id));
  const count = loaded.done ? items.length : Math.max(items.length, total);
  return { items, count, ready: loaded.ready, whole: loaded.done || error !== null, error, hide, show, reload };
}
