import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Article } from '../../model/article.ts';
import { asRectoError } from '../../model/errors/as-recto-error.ts';
import type { RectoError } from '../../model/errors/recto-error.ts';
import { latestOnly } from '../../model/latest-only.ts';
import type { Library, SaveReceipt } from '../../model/library.ts';
import type { SavedMetadata } from '../../model/saved-article.ts';
import { useStateAbout } from '../use-state-about.ts';
import { watchReturn } from '../watch-return.ts';
import type { SaveState } from './reader-surface.ts';

type SavingLibrary = Pick<Library, 'find' | 'save' | 'updateCopy' | 'undoSave'>;

export interface Saving {
  state: SaveState;
  /** The kept copy of this address; null when there is none, undefined until known. */
  saved: SavedMetadata | null | undefined;
  /** Looks up what is kept, which `saved` then gives. Also gives it itself; undefined when that is not known. */
  find: () => Promise<SavedMetadata | null | undefined>;
  /** The kept copy has a text other than the page's. */
  changed: boolean;
  /** The new text of an update looked worse and is kept behind the older one. True until `closeAside`. */
  aside: boolean;
  error: RectoError | null;
  /** `consent` answers the question of a private window. */
  save: (consent?: boolean) => void;
  /**
   * Saves the article if needed, unless `mayBegin` is false, or waits for the save under way. Gives the id; null when
   * nothing is kept then. If the save failed, `error` says why. One that may begin then waits for the person, whom a
   * private window asks: it goes on with the next save, and gives null if that fails, too, or once `dismissError` is called.
   */
  ensureSaved: (mayBegin?: boolean) => Promise<string | null>;
  update: () => void;
  closeAside: () => void;
  /**
   * Takes back the save of this surface, even one whose answer is on its way, once `before` is done. Pressed again
   * meanwhile, it does nothing. If another window has saved the page since, the page stays kept.
   */
  undo: (before?: () => Promise<void>) => void;
  dismissError: () => void;
}

/**
 * The kept copy at the article's address, a function to replace it, and one to look it up. It is looked up at first and
 * whenever the person comes back to the page: the popup may have saved it meanwhile, or another window changed or
 * deleted it, which a page is not told.
 *
 * `tell` is called with what was found if that may be news. An answer is dropped if the copy was replaced, or a later
 * question asked, before it came.
 */
function useKeptCopy(library: SavingLibrary, article: Article, tell: (found: SavedMetadata | null) => void) {
  // The earlier copy belongs to the address before.
  const [saved, setSaved] = useStateAbout<SavedMetadata | null | undefined>(article.url, undefined);
  const [supersede] = useState(latestOnly);
  const put = (found: SavedMetadata | null) => {
    supersede();
    setSaved(found);
  };
  const find = async (isNews = true) => {
    const isLatest = supersede();
    // That it is unknown is not worth a message, since Save itself will report it. What was known before stays.
    const found = await library.find(article.url).catch(() => undefined);
    if (!isLatest()) return found;
    if (found === undefined) setSaved((now) => now ?? null);
    else {
      setSaved(found);
      if (isNews) tell(found);
    }
    return found;
  };
  useEffect(() => void find(), [article]);
  // Before the paint: until then it would find the copy of the article before.
  useLayoutEffect(() => {
    const end = new AbortController();
    watchReturn(find, end.signal);
    return () => {
      end.abort();
      supersede();
    };
  }, [article]);
  return [saved, put, find] as const;
}

/**
 * The work under way, and a function to begin it. Only one at a time: a call meanwhile gets the outcome of the first.
 */
function useOneAtATime<T>() {
  /** In a ref, since the next press may come before the next drawing. */
  const underWay = useRef<Promise<T> | null>(null);
  const run = (work: () => Promise<T>) => {
    underWay.current ??= work().finally(() => {
      underWay.current = null;
    });
    return underWay.current;
  };
  return [underWay, run] as const;
}

const UNSAVED: SaveState = { kind: 'unsaved' };

/** The state of an article with this kept copy that was not saved by this surface; `now` if that says the same. */
function newsOf(found: SavedMetadata | null, now: SaveState): SaveState {
  const news: SaveState = found?.kind === 'article' ? { kind: 'saved', at: found.savedAt, fresh: false } : UNSAVED;
  return news.kind === now.kind ? now : news;
}

/**
 * What is being undone, and a function to take back the save that `madeLast` gives, whose answer may be on its way. It
 * is taken back once, however often that is pressed. `tell` is called with the time of the save and whether it is
 * undone.
 */
function useUndoOfSave(
  library: SavingLibrary,
  madeLast: () => Promise<SaveReceipt | null> | SaveReceipt | null,
  tell: (savedAt: number, isUndone: boolean) => void,
  fail: (thrown: unknown) => void,
) {
  const [undoing, undoOnce] = useOneAtATime<void>();
  const takeBack = async (before?: () => Promise<void>) => {
    const made = await madeLast();
    if (!made || made.existed) return;
    await before?.();
    tell(made.savedAt, await library.undoSave(made));
  };
  const undo: Saving['undo'] = (before) => void undoOnce(() => takeBack(before).catch(fail));
  return [undoing, undo] as const;
}

/** Goes on with what needs the article saved; null for nothing that waits for that. */
type Waiting = { end: ((outcome: SaveReceipt | null) => void) | null };

const outcomeOfNext = (waiting: Waiting) =>
  new Promise<SaveReceipt | null>((resolve) => {
    waiting.end = resolve;
  });

/**
 * Saves an article that was read from a page, and knows whether it is kept already. `onUndone` is called for each save
 * that was taken back.
 *
 * The state of a page is dropped before the next page is painted: later, what a key had begun at once would be undone.
 * It stays when another text of the same page is shown, for example with further pages, so that a save made just before
 * can still be undone. But the message that a new text looked worse was about the text before only.
 */
export function useSaving(library: SavingLibrary, article: Article, onUndone: () => void = () => undefined): Saving {
  const [state, setState] = useStateAbout(article.url, UNSAVED);
  const [error, setError] = useState<RectoError | null>(null);
  // What waited for one address does not go on with the next.
  const waiting = useMemo<Waiting>(() => ({ end: null }), [article.url]);
  const [fresh, setFresh] = useStateAbout<SaveReceipt | null>(article.url, null);
  const [aside, setAside] = useStateAbout<'told' | 'closed' | null>(article, null);
  const [underWay, run] = useOneAtATime<SaveReceipt | null>();
  const fail = (thrown: unknown) => {
    setError(asRectoError(thrown));
    // The save may have been done after all: only the answer is missing.
    void find();
  };
  const [saved, putSaved, find] = useKeptCopy(library, article, (found) => {
    // A quick person may have saved it meanwhile, and must still be able to undo that.
    if (!underWay.current) setState((now) => newsOf(found, now));
  });

  const keep = (work: () => Promise<SaveReceipt>) =>
    run(async () => {
      setState({ kind: 'saving' });
      setError(null);
      try {
        const receipt = await work();
        setFresh(receipt.existed ? null : receipt);
        setState({ kind: 'saved', at: receipt.savedAt, fresh: !receipt.existed });
        setAside(receipt.aside ? 'told' : null);
        // Not awaited: the save is done, and a person who undoes it at once may save again.
        void find(false);
        return receipt;
      } catch (thrown) {
        setState(state);
        fail(thrown);
        return null;
      }
    });
  const tellUndone = (at: number, isUndone: boolean) => {
    setFresh(null);
    setState(isUndone ? UNSAVED : { kind: 'saved', at, fresh: false });
    if (!isUndone) return;
    putSaved(null);
    onUndone();
  };
  const [undoing, undo] = useUndoOfSave(library, () => underWay.current ?? fresh, tellUndone, fail);
  return {
    ...{ state, saved, find, error },
    changed: aside === null && saved?.kind === 'article' && saved.contentHash !== article.contentHash,
    aside: aside === 'told',
    save: (consent) => {
      if (state.kind === 'unsaved')
        void keep(() => library.save(article, consent ? { consent } : {})).then(waiting.end);
      // The question was about an update: an article that is kept is not saved again.
      else if (consent) void keep(() => library.updateCopy(article, { consent }));
    },
    ensureSaved: async (mayBegin = true) => {
      // Its late answer would be taken for that of the next save.
      if (undoing.current) await undoing.current;
      // Another window may have deleted it, which a page is not told. What is added now would be lost with it.
      const found = !underWay.current && (saved?.kind === 'article' || fresh) ? await find(false) : null;
      if (found?.kind === 'article') return found.id;
      const made = (mayBegin || underWay.current) && (await keep(() => library.save(article, {})));
      return (made || (mayBegin && (await outcomeOfNext(waiting))) || null)?.id ?? null;
    },
    update: () => void keep(() => library.updateCopy(article)),
    closeAside: () => setAside('closed'),
    undo,
    dismissError: () => {
      setError(null);
      waiting.end?.(null);
    },
  };
}
