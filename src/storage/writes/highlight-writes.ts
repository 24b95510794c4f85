import type { Highlight, HighlightDraft } from '../../model/highlight.ts';
import {
  addHighlight,
  changeHighlight,
  type HighlightChange,
  removeHighlight,
  restoreHighlight,
} from '../highlights/change-highlights.ts';
import type { AnnouncedWrites } from './announced-writes.ts';

/** Changes of an article's highlights. */
export interface HighlightWrites {
  addHighlight(articleId: string, draft: HighlightDraft): Promise<Highlight>;
  /** Null when it is not there. */
  changeHighlight(id: string, change: HighlightChange): Promise<Highlight | null>;
  /** Gives what it was; null when it was not there. */
  removeHighlight(id: string): Promise<Highlight | null>;
  restoreHighlight(highlight: Highlight): Promise<void>;
}

/** The writes of `HighlightWrites`; where a change cannot be written they throw `RectoError` with a code of storage. */
export function highlightWrites({ answer }: AnnouncedWrites): HighlightWrites {
  const itsArticle = (highlight: Highlight | null): string[] => (highlight ? [highlight.articleId] : []);
  return {
    addHighlight: (articleId, draft) => answer((database) => addHighlight(database, articleId, draft), itsArticle),
    changeHighlight: (id, change) => answer((database) => changeHighlight(database, id, change), itsArticle),
    removeHighlight: (id) => answer((database) => removeHighlight(database, id), itsArticle),
    restoreHighlight: (highlight) =>
      answer(
        (database) => restoreHighlight(database, highlight),
        () => itsArticle(highlight),
      ),
  };
}
