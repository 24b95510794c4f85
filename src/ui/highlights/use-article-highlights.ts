import { useEffect, useRef, useState } from 'preact/hooks';
import { asRectoError } from '../../model/errors/as-recto-error.ts';
import type { RectoError } from '../../model/errors/recto-error.ts';
import type { Highlight, HighlightColour, HighlightDraft } from '../../model/highlights/highlight.ts';
import type { Library } from '../../model/library.ts';
import { useStateAbout } from '../use-state-about.ts';

type HighlightLibrary = Pick<
  Library,
  'highlights' | 'addHighlight' | 'changeHighlight' | 'removeHighlight' | 'restoreHighlight' | 'watch'
>;

export interface ArticleHighlights {
  highlights: readonly Highlight[];
  /**
   * The highlight removed last, for Undo, which may be pressed before the removal is confirmed, and again after it
   * failed. Null when there is none, once something else was done, and when the removal failed.
   */
  removed: Highlight | null;
  add: (articleId: string, draft: HighlightDraft) => Promise<Highlight>;
  recolour: (highlight: Highlight, colour: HighlightColour) => void;
  writeNote: (highlight: Highlight, note: string, before: string) => void;
  /** Resolves once it is gone, or its failure was reported. */
  remove: (highlight: Highlight) => Promise<void>;
  /** Takes back what was done last, if that was the making or the removal of a highlight. */
  undo: (() => void) | null;
  /** Something else was done, and Undo is now for that. */
  leave: () => void;
}

/**
 * The highlights of an article and what can be done with them. Each change is shown at once and stored in the
 * background. Changes in other windows are followed; what cannot be read again stays as it was.
 *
 * `onFail` is called with what could not be read at first or could not be stored. The list is then read again, so that
 * nothing wrong stays. `onUndone` is called for each highlight whose making or removal was taken back.
 */
export function useArticleHighlights(
  library: HighlightLibrary,
  articleId: string | null,
  onFail: (thrown: unknown) => void,
  onUndone: () => void = () => undefined,
): ArticleHighlights {
  const [highlights, show, load, last] = useShownList(library, articleId, onFail);
  const [removed, setRemoved] = useLast(articleId);
  // The one made last, until something else is done.
  const [added, setAdded] = useLast(articleId);
  const leave = () => {
    setRemoved(null);
    setAdded(null);
  };

  /**
   * One after the other, so that an Undo does not overtake what it undoes. If it fails, Undo is for what `offered`
   * gives.
   */
  const keep = (work: () => Promise<unknown>, offered = (now: Highlight | null, _failed: RectoError) => now) => {
    const kept = Promise.resolve(last.current)
      .then(work)
      .catch((thrown) => {
        setRemoved((now) => offered(now, asRectoError(thrown)));
        onFail(thrown);
        // Not awaited, because `load` waits for this change itself.
        void load().catch(() => undefined);
      })
      .then(() => {
        if (last.current === kept) last.current = null;
      });
    last.current = kept;
    return kept;
  };
  const put = (changed: Highlight) => {
    leave();
    show((all) => [...all.filter(({ id }) => id !== changed.id), changed].sort((a, b) => a.start - b.start));
  };
  const drop = ({ id }: Highlight) => show((all) => all.filter((other) => other.id !== id));
  const undoRemove = (gone: Highlight) => {
    leave();
    const loadAnew = () => void load().catch(onFail).then(onUndone);
    keep(
      () => library.restoreHighlight(gone).then(loadAnew),
      // A highlight that is gone does not come back by another press either.
      (now, { code }) => now ?? (code === 'highlight-gone' ? null : gone),
    );
  };
  const undoAdd = (made: Highlight) => {
    leave();
    drop(made);
    keep(() => library.removeHighlight(made).then(onUndone));
  };
  return {
    highlights,
    removed,
    async add(id, draft) {
      const made = await library.addHighlight(id, draft);
      put(made);
      setAdded(made);
      return made;
    },
    recolour(highlight, colour) {
      put({ ...highlight, colour });
      keep(() => library.changeHighlight(highlight, { colour }));
    },
    writeNote(highlight, note, noteBefore) {
      put({ ...highlight, note });
      keep(() => library.changeHighlight(highlight, { note, noteBefore }));
    },
    remove(highlight) {
      leave();
      drop(highlight);
      setRemoved(highlight);
      const withdraw = (now: Highlight | null) => (now === highlight ? null : now);
      return keep(() => library.removeHighlight(highlight), withdraw);
    },
    undo: removed ? () => undoRemove(removed) : added && (() => undoAdd(added)),
    leave,
  };
}

/** The highlight of the shown article that was made or removed last, and a function to set it. */
function useLast(articleId: string | null) {
  // It belonged to another article, or was removed with its article.
  const [last, setLast] = useStateAbout<Highlight | null>(articleId, null);
  // An Undo may fail after another article is shown, and is not offered there.
  return [last?.articleId === articleId ? last : null, setLast] as const;
}

/**
 * The list that is shown, which follows other windows: how it is changed here, how it is read, and the `last` change
 * while one is being stored. `onFail` is called with what could not be read at first.
 */
function useShownList(library: HighlightLibrary, articleId: string | null, onFail: (thrown: unknown) => void) {
  const [highlights, setHighlights] = useState<readonly Highlight[]>([]);
  const turn = useRef({ of: articleId, asked: 0, changed: 0 }).current;
  turn.of = articleId;
  const last = useRef<Promise<void> | null>(null);
  /**
   * Reads the list of the article that is shown by then. It waits for changes that are being stored, which it would
   * miss, unless nothing is kept of the article any more. A late answer replaces neither a newer one nor changes made
   * here since it was asked for.
   */
  const load = async (): Promise<void> => {
    while (turn.of && last.current) await last.current;
    turn.asked += 1;
    const { of, asked, changed } = turn;
    const found = of === null ? [] : await library.highlights(of);
    if (asked !== turn.asked || of !== turn.of) return;
    if (changed !== turn.changed) return load();
    setHighlights(found);
  };
  const show = (change: (all: readonly Highlight[]) => readonly Highlight[]) => {
    turn.changed += 1;
    setHighlights(change);
  };
  useEffect(() => {
    const end = new AbortController();
    load().catch(onFail);
    const isOwn = (ids: readonly string[] | null) => articleId !== null && (ids?.includes(articleId) ?? true);
    library.watch(({ ids }) => void (isOwn(ids) && load().catch(() => undefined)), end.signal);
    return () => end.abort();
  }, [articleId]);
  return [highlights, show, load, last] as const;
}
