import type { PageLibrary } from '../../messaging/page-library.ts';
import { send } from '../../messaging/send.ts';
import type { Highlight } from '../../model/highlight.ts';
import type { HighlightTools } from '../../ui/highlights/highlight-tools.ts';
import { useArticleHighlights } from '../../ui/highlights/use-article-highlights.ts';
import type { Saving } from '../../ui/reader/use-saving.ts';

export interface OverlayHighlights {
  tools: HighlightTools;
  removed: Highlight | null;
  undoRemove: () => void;
  /** For Undo of a save that a highlight brought about: the highlights go with it. */
  removeAll: () => Promise<void>;
}

/** Highlights over a page. The first one saves the article; notes are typed in Recto's own tab, out of the page's reach. */
export function useOverlayHighlights(
  library: PageLibrary,
  saving: Saving,
  showBar: boolean,
  onFail: (thrown: unknown) => void,
): OverlayHighlights {
  const articleId = saving.saved?.kind === 'article' ? saving.saved.id : null;
  const own = useArticleHighlights(library, articleId, onFail);
  const add: HighlightTools['add'] = async (draft) => {
    try {
      const id = await saving.ensureSaved();
      return id === null ? null : await own.add(id, draft);
    } catch (thrown) {
      onFail(thrown);
      return null;
    }
  };
  return {
    tools: {
      highlights: own.highlights,
      add,
      recolour: own.recolour,
      remove: own.remove,
      openNote: ({ id, articleId: article }) =>
        void send('tab.open-saved', { id: article, highlight: id }).catch(onFail),
      writeNote: () => undefined,
      showBar,
      goTo: null,
    },
    removed: own.removed,
    undoRemove: own.undoRemove,
    removeAll: async () => {
      for (const highlight of own.highlights) await library.removeHighlight(highlight).catch(onFail);
    },
  };
}
