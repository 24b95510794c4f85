import type { HidingChange } from '../../model/hidden-blocks.ts';
import type { Highlight, HighlightDraft } from '../../model/highlights/highlight.ts';
import type { ReadingPosition } from '../../model/reading-position.ts';
import { keepHidden, keepPosition, markOpened } from '../change-items.ts';
import { dropCopy, useCopy } from '../copies/change-copies.ts';
import {
  addHighlight,
  changeHighlight,
  type HighlightChange,
  removeHighlight,
  restoreHighlight,
} from '../highlights/change-highlights.ts';
import { noteLostText } from '../stored-text.ts';
import type { AnnouncedWrites } from './announced-writes.ts';

/** What reading an article leaves with it, and which of its copies is read. */
export interface ReadingWrites {
  keepPosition(id: string, position: ReadingPosition): Promise<void>;
  keepHidden(id: string, changes: readonly HidingChange[]): Promise<void>;
  markOpened(id: string): Promise<void>;
  /**
   * Call it before the page of an article is opened: where the text cannot be read, the page then offers a new copy.
   */
  noteLostText(id: string): Promise<void>;
  useCopy(id: string, keptAt: number): Promise<void>;
  dropCopy(id: string, keptAt: number): Promise<void>;
}

/** The writes of `ReadingWrites`; where a change cannot be written they throw `RectoError` with a code of storage. */
export function readingWrites({ change }: AnnouncedWrites): ReadingWrites {
  return {
    keepPosition: (id, position) => change((database) => keepPosition(database, id, position)),
    keepHidden: (id, changes) => change((database) => keepHidden(database, id, changes)),
    markOpened: (id) => change((database) => markOpened(database, id)),
    noteLostText: (id) => change(async (database) => ((await noteLostText(database, id)) ? [id] : [])),
    useCopy: (id, keptAt) =>
      change(async (database) => {
        await useCopy(database, id, keptAt);
        return [id];
      }),
    dropCopy: (id, keptAt) =>
      change(async (database) => {
        await dropCopy(database, id, keptAt);
        return [id];
      }),
  };
}

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
