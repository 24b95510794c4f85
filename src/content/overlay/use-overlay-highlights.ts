import { useRef } from 'preact/hooks';
import type { PageLibrary } from '../../messaging/page-library.ts';
import { sendFromPage } from '../../messaging/send-from-page.ts';
import type { Highlight } from '../../model/highlights/highlight.ts';
import type { ReaderSettings } from '../../model/settings/reader-settings.ts';
import type { HighlightTools } from '../../ui/highlights/highlight-tools.ts';
import { useArticleHighlights } from '../../ui/highlights/use-article-highlights.ts';
import type { Saving } from '../../ui/reader/use-saving.ts';

export interface OverlayHighlights {
  tools: HighlightTools;
  removed: Highlight | null;
  /** A highlight was made or removed last, and Undo takes that back. One that caused a save is taken back with it. */
  isLast: boolean;
  undoHighlight: () => void;
  /** Highlights were made or changed since the save, by which they were not caused: to take it back takes them along. */
  hasNew: boolean;
  /** Something else was done, and Undo is now for that. */
  leave: () => void;
  /**
   * For Undo of a save: removes the highlight that caused the save. An article with more, a note or further highlights,
   * goes to Recently deleted with them.
   */
  removeBringer: () => Promise<void>;
}

export interface HighlightReport {
  /** Called before each change: earlier failures were seen. */
  begin: () => void;
  /** `retry` does it again, once a question is answered. */
  fail: (thrown: unknown, retry?: () => void) => void;
  /** The making or the removal of a highlight was taken back. */
  undone: () => void;
}

/** Highlights over a page. The first one saves the article; notes are typed in Recto's own tab, out of the page's reach. */
export function useOverlayHighlights(
  library: PageLibrary,
  saving: Saving,
  { highlightBar, letterKeys }: ReaderSettings,
  { begin, fail, undone }: HighlightReport,
): OverlayHighlights {
  const articleId = saving.saved?.kind === 'article' ? saving.saved.id : null;
  const own = useArticleHighlights(library, articleId, fail, undone);
  /** The highlight that caused a save, once it is kept. */
  const bringer = useRef<Promise<Highlight | null> | null>(null);
  const add: HighlightTools['add'] = async (draft) => {
    begin();
    const adding = saving.ensureSaved().then((id) => (id === null ? null : own.add(id, draft)));
    bringer.current = saving.state.kind === 'unsaved' ? adding : null;
    try {
      return await adding;
    } catch (thrown) {
      fail(thrown, () => void add(draft));
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
        bringer.current = null;
        own.remove(highlight);
      },
      openNote: ({ id, articleId: article }) => {
        bringer.current = null;
        // Undo would take a note along.
        own.leave();
        void sendFromPage('tab.open-saved', { id: article, highlight: id }).catch(fail);
      },
      writeNote: () => undefined,
      showBar: highlightBar,
      letterKeys,
      goTo: null,
      fail,
    },
    removed: own.removed,
    isLast: own.undo !== null && (own.removed !== null || bringer.current === null),
    hasNew:
      !bringer.current && own.highlights.some(({ changedAt }) => changedAt > (saving.saved?.savedAt ?? changedAt)),
    leave: own.leave,
    undoHighlight: () => {
      begin();
      own.undo?.();
    },
    removeBringer: async () => {
      // A highlight that could not be made need not be removed; that it failed was reported.
      const brought = await bringer.current?.catch(() => null);
      bringer.current = null;
      if (!brought) return;
      // An ordinary removal: if the save cannot be taken back, the highlight must still go.
      const removal = own.remove(brought);
      own.leave();
      await removal;
    },
  };
}
