import type { PageLibrary } from '../../messaging/page-library.ts';
import { send } from '../../messaging/send.ts';
import type { Highlight } from '../../model/highlight.ts';
import type { HighlightTools } from '../../ui/highlights/highlight-tools.ts';
import { useArticleHighlights } from '../../ui/highlights/use-article-highlights.ts';
import type { Saving } from '../../ui/reader/use-saving.ts';

interface OverlayHighlights {
  tools: HighlightTools;
  removed: Highlight | null;
  undoRemove: () => void;
  /** For Undo of a save that a highlight brought about: the highlights go with it. */
  removeAll: () => Promise<void>;
}

interface HighlightReport {
  /** Called before each change: what failed before it has been seen. */
  begin: () => void;
  fail: (thrown: unknown) => void;
}

/** Highlights over a page. The first one saves the article; notes are typed in Recto's own tab, out of the page's reach. */
export function useOverlayHighlights(
  library: PageLibrary,
  saving: Saving,
  showBar: boolean,
  { begin, fail }: HighlightReport,
): OverlayHighlights {
  const articleId = saving.saved?.kind === 'article' ? saving.saved.id : null;
  const own = useArticleHighlights(library, articleId, fail);
  const add: HighlightTools['add'] = async (draft) => {
    begin();
    try {
      const id = await saving.ensureSaved();
      return id === null ? null : await own.add(id, draft);
    } catch (thrown) {
      fail(thrown);
      return null;
    }
  };
  return {
    tools: {
      highlights: own.highlights,
      add,
      recolour: (highlight, colour) => {
        begin();
        own.recolour(highlight, colour);
      },
      remove: (highlight) => {
        begin();
        own.remove(highlight);
      },
      openNote: ({ id, articleId: article }) => void send('tab.open-saved', { id: article, highlight: id }).catch(fail),
      writeNote: () => undefined,
      showBar,
      goTo: null,
      fail,
    },
    removed: own.removed,
    undoRemove: () => {
      begin();
      own.undoRemove();
    },
    removeAll: async () => {
      for (const highlight of own.highlights) await library.removeHighlight(highlight).catch(fail);
    },
  };
}
