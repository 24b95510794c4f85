import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Library } from '../model/library.ts';
import type { ReaderSettings } from '../model/reader-settings.ts';
import { type ArticleHighlights, useArticleHighlights } from '../ui/highlights/use-article-highlights.ts';
import type { HighlightTools } from '../ui/highlights/use-highlights.tsx';
import { keepNotes } from './keep-notes.ts';
import { highlightInAddress } from './open-from-address.ts';

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
  useEffect(() => {
    const end = new AbortController();
    window.addEventListener('hashchange', () => setId(highlightInAddress()), { signal: end.signal });
    return () => end.abort();
  }, []);
  return id;
}
