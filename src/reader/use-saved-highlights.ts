import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { send } from '../messaging/send.ts';
import { asRectoError } from '../model/errors/as-recto-error.ts';
import type { HighlightKey } from '../model/highlights/highlight.ts';
import type { Library } from '../model/library.ts';
import type { ReaderSettings } from '../model/settings/reader-settings.ts';
import type { GoTo, HighlightTools } from '../ui/highlights/highlight-tools.ts';
import { type ArticleHighlights, useArticleHighlights } from '../ui/highlights/use-article-highlights.ts';
import { highlightInAddress } from './open-early.ts';

interface SavedHighlights {
  own: ArticleHighlights;
  tools: HighlightTools;
}

/**
 * The highlights of a saved article, with notes that can be edited. `fail` is called with what could not be read or
 * stored, `undone` for each removal that was taken back.
 */
export function useSavedHighlights(
  library: Library,
  id: string,
  { highlightBar, letterKeys }: ReaderSettings,
  { fail, undone }: { fail: (thrown: unknown) => void; undone: () => void },
): SavedHighlights {
  const goTo = useHighlightInAddress();
  const noting = useMemo(() => keepUnwrittenNotes(library), [library, id]);
  useWakeForTyping();
  const own = useArticleHighlights(noting, id, fail, undone);
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

/** Browsers end an idle background after 30 s. */
const AWAKE_MS = 20_000;

/**
 * Wakes the background when somebody begins to type. Chromium drops what a page sends as it closes if the background has
 * to start for it, and so the end of a note that was typed after a longer pause.
 */
function useWakeForTyping(): void {
  useEffect(() => {
    const end = new AbortController();
    let asked = Number.NEGATIVE_INFINITY;
    const wake = () => {
      if (performance.now() - asked < AWAKE_MS) return;
      asked = performance.now();
      // Any question does.
      void send('page.toggle-key', {}).catch(() => undefined);
    };
    document.addEventListener('input', wake, { signal: end.signal });
    return () => end.abort();
  }, []);
}

/** The highlight in the reader's address; follows changes of the address. */
function useHighlightInAddress(): GoTo | null {
  const [goTo, setGoTo] = useState(highlightInAddress);
  // A layout effect, because until it runs a change of the address would be missed.
  useLayoutEffect(() => {
    const end = new AbortController();
    window.addEventListener('hashchange', () => setGoTo(highlightInAddress()), { signal: end.signal });
    return () => end.abort();
  }, []);
  return goTo;
}

type NoteLibrary = Pick<Library, 'highlights' | 'changeHighlight' | 'removeHighlight'>;

/**
 * Wraps a library so that notes which could not be written are not lost, for example on a full disk. They are part of
 * what `highlights` gives, and are written with the next change of a highlight.
 */
export function keepUnwrittenNotes<Whole extends NoteLibrary>(library: Whole): Whole {
  const unwritten = new Map<string, { highlight: HighlightKey; note: string; noteBefore?: string | undefined }>();
  /** Tries to write all of them. Throws the first failure, after all were tried. */
  const writeAll = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (const noted of [...unwritten.values()]) {
      const { highlight, note, noteBefore } = noted;
      const before = noteBefore === undefined ? {} : { noteBefore };
      await library.changeHighlight(highlight, { note, ...before }).then(
        // Unless a newer note was typed meanwhile.
        () => unwritten.get(highlight.id) === noted && unwritten.delete(highlight.id),
        (thrown: unknown) => {
          failures.push(thrown);
          // A note that was emptied needs no writing once its highlight is gone.
          const isMoot = note === '' && asRectoError(thrown).code === 'highlight-gone';
          if (isMoot && unwritten.get(highlight.id) === noted) unwritten.delete(highlight.id);
        },
      );
    }
    if (failures.length > 0) throw failures[0];
  };
  return {
    ...library,
    async highlights(articleId) {
      const found = await library.highlights(articleId);
      return found.map((highlight) => ({ ...highlight, note: unwritten.get(highlight.id)?.note ?? highlight.note }));
    },
    async changeHighlight(highlight, { note, noteBefore, ...change }) {
      // `noteBefore` must be the note in storage, not one that was never written.
      const known = unwritten.get(highlight.id);
      if (note !== undefined)
        unwritten.set(highlight.id, { highlight, note, noteBefore: known ? known.noteBefore : noteBefore });
      const notes = writeAll();
      // The rest of the change, such as a colour, is made even if notes cannot be written.
      await notes.catch(() => undefined);
      if (Object.keys(change).length > 0) await library.changeHighlight(highlight, change);
      await notes;
    },
    async removeHighlight(highlight) {
      await library.removeHighlight(highlight);
      unwritten.delete(highlight.id);
    },
  };
}
