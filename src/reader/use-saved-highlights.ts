import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { asRectoError } from '../model/as-recto-error.ts';
import type { HighlightKey } from '../model/highlight.ts';
import type { Library } from '../model/library.ts';
import type { ReaderSettings } from '../model/reader-settings.ts';
import type { HighlightTools } from '../ui/highlights/highlight-tools.ts';
import { type ArticleHighlights, useArticleHighlights } from '../ui/highlights/use-article-highlights.ts';
import { highlightInAddress } from './open-early.ts';

interface SavedHighlights {
  own: ArticleHighlights;
  tools: HighlightTools;
}

/**
 * The highlights of a saved article, whose notes are written right here. `fail` hears of what could not be read or kept,
 * `onUndone` of each removal that was taken back.
 */
export function useSavedHighlights(
  library: Library,
  id: string,
  { highlightBar, letterKeys }: ReaderSettings,
  fail: (thrown: unknown) => void,
  onUndone: () => void,
): SavedHighlights {
  const goTo = useHighlightInAddress();
  const noting = useMemo(() => keepNotes(library), [library, id]);
  const own = useArticleHighlights(noting, id, fail, onUndone);
  const tools: HighlightTools = {
    highlights: own.highlights,
    add: (draft) =>
      own.add(id, draft).catch((thrown) => {
        fail(thrown);
        return null;
      }),
    recolour: own.recolour,
    remove: own.remove,
    openNote: null,
    writeNote: own.writeNote,
    showBar: highlightBar,
    letterKeys,
    goTo,
    fail,
  };
  return { own, tools };
}

/** The highlight that the address of the reader tab names, also after it changes. */
function useHighlightInAddress(): string | null {
  const [id, setId] = useState(highlightInAddress);
  // Before the paint: until then the address may change unheard.
  useLayoutEffect(() => {
    const end = new AbortController();
    window.addEventListener('hashchange', () => setId(highlightInAddress()), { signal: end.signal });
    return () => end.abort();
  }, []);
  return id;
}

type NoteLibrary = Pick<Library, 'highlights' | 'changeHighlight' | 'removeHighlight'>;

/**
 * A library that holds on to notes it could not write: they stand in what it reads, and are tried again with the next
 * change of a highlight. What was typed into a full disk is there still once there is room.
 */
export function keepNotes<Whole extends NoteLibrary>(library: Whole): Whole {
  const unkept = new Map<string, { highlight: HighlightKey; note: string; noteBefore?: string | undefined }>();
  /** Throws what kept the first of them from being written; the others do not wait for it. */
  const keepAll = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (const noted of [...unkept.values()]) {
      const { highlight, note, noteBefore } = noted;
      const before = noteBefore === undefined ? {} : { noteBefore };
      await library.changeHighlight(highlight, { note, ...before }).then(
        // It may have been typed on meanwhile.
        () => unkept.get(highlight.id) === noted && unkept.delete(highlight.id),
        (thrown: unknown) => {
          failures.push(thrown);
          // With its highlight an emptied note is gone as well.
          const isMoot = note === '' && asRectoError(thrown).code === 'highlight-gone';
          if (isMoot && unkept.get(highlight.id) === noted) unkept.delete(highlight.id);
        },
      );
    }
    if (failures.length > 0) throw failures[0];
  };
  return {
    ...library,
    async highlights(articleId) {
      const found = await library.highlights(articleId);
      return found.map((highlight) => ({ ...highlight, note: unkept.get(highlight.id)?.note ?? highlight.note }));
    },
    async changeHighlight(highlight, { note, noteBefore, ...change }) {
      // What was not written is no note that there was before.
      const known = unkept.get(highlight.id);
      if (note !== undefined)
        unkept.set(highlight.id, { highlight, note, noteBefore: known ? known.noteBefore : noteBefore });
      const notes = keepAll();
      // A colour does not wait for notes that cannot be written.
      await notes.catch(() => undefined);
      if (Object.keys(change).length > 0) await library.changeHighlight(highlight, change);
      await notes;
    },
    async removeHighlight(highlight) {
      await library.removeHighlight(highlight);
      unkept.delete(highlight.id);
    },
  };
}
