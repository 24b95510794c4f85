import type { Article } from '../model/article.ts';
import type { FetchEnd } from '../model/fetching.ts';
import type { HidingChange } from '../model/hidden-blocks.ts';
import type { Highlight, HighlightDraft } from '../model/highlight.ts';
import type { IndexProgress, ReplacedTag, SaveReceipt, TagReplacement } from '../model/library.ts';
import type { ReadingPosition } from '../model/reading-position.ts';
import type { Place } from '../model/saved-article.ts';
import { announceChange } from '../platform/library-changes.ts';
import { dropLeftPictures } from './backup/unclaimed-pictures.ts';
import {
  changeTags,
  keepHidden,
  keepPosition,
  markOpened,
  moveItems,
  restoreItems,
  setFavourite,
} from './change-items.ts';
import { dropCopy, useCopy } from './copies/change-copies.ts';
import { countDays } from './day-count.ts';
import { endFetch, keepFetched } from './fetching/keep-fetched.ts';
import {
  addHighlight,
  changeHighlight,
  type HighlightChange,
  removeHighlight,
  restoreHighlight,
} from './highlights/change-highlights.ts';
import { joinKept } from './join-kept.ts';
import type { LibraryConnection } from './library-connection.ts';
import type { LibraryDatabase } from './library-schema.ts';
import { noteLostText } from './note-lost-text.ts';
import { DAYS_KEPT, purgeDeleted } from './purge-deleted.ts';
import { replaceTag } from './replace-tag.ts';
import type { ArticleToSave } from './save-article.ts';
import { saveLink } from './save-link.ts';
import { savePage } from './save-page.ts';
import { keepSearchIndex } from './search/keep-search-index.ts';
import { undoSave } from './undo-save.ts';
import { updateCopy } from './update-copy.ts';
import { watchForLoss } from './watch-for-loss.ts';
import { withDatabase } from './with-database.ts';

/** Every change of the library that a page asks for. For the background alone; each call ends in one announcement to all windows. */
export interface LibraryWrites {
  save(input: ArticleToSave): Promise<SaveReceipt>;
  /** Makes the link that was saved from one of these addresses part of the kept article that they lead to. */
  joinKept(id: string, addresses: readonly string[]): Promise<void>;
  updateCopy(article: Article): Promise<SaveReceipt>;
  saveLink(link: { url: string; title: string }): Promise<SaveReceipt>;
  undoSave(id: string): Promise<void>;
  move(ids: string[], place: Place): Promise<void>;
  restore(ids: string[]): Promise<void>;
  keepPosition(id: string, position: ReadingPosition): Promise<void>;
  keepHidden(id: string, changes: readonly HidingChange[]): Promise<void>;
  markOpened(id: string): Promise<void>;
  /** To be called before the page of an article is opened: where its text cannot be read, the page shall offer a new copy. */
  noteLostText(id: string): Promise<void>;
  /** To be run at worker start: removes what has been deleted for 30 days. */
  purgeDeleted(): Promise<void>;
  /** To be run at worker start: removes picture bytes that a restore has left whose tab was closed. */
  dropLeftPictures(): Promise<void>;
  /** Removes what has been deleted, however lately: there is no way back. */
  emptyDeleted(): Promise<void>;
  /** To be run at worker start, before anything is written: notices a database that was emptied. */
  watchForLoss(): Promise<void>;
  setFavourite(ids: string[], favourite: boolean): Promise<void>;
  changeTags(ids: string[], change: { add?: string[]; remove?: string[] }): Promise<void>;
  replaceTag(replacement: TagReplacement): Promise<ReplacedTag>;
  useCopy(id: string, keptAt: number): Promise<void>;
  dropCopy(id: string, keptAt: number): Promise<void>;
  addHighlight(articleId: string, draft: HighlightDraft): Promise<Highlight>;
  /** Null when it is not there. */
  changeHighlight(id: string, change: HighlightChange): Promise<Highlight | null>;
  /** Gives what it was; null when it was not there. */
  removeHighlight(id: string): Promise<Highlight | null>;
  restoreHighlight(highlight: Highlight): Promise<void>;
  /** Gives a link the text that was fetched for it. */
  keepFetched(id: string, article: Article): Promise<void>;
  /** Notes why the page of a link was not kept. */
  endFetch(id: string, end: FetchEnd): Promise<void>;
  /** For idle time after saves and at worker start: merges the search index and mends it when it is broken. */
  tidyIndex(signal?: AbortSignal): Promise<void>;
  /** Begins to make the search index anew when it is broken, or `damaged` as a query has found, and tells how far it is. */
  mendSearch(input: { damaged: boolean }): Promise<IndexProgress | null>;
}

/** Throws `RectoError` with a code of storage where a change cannot be written. */
export function libraryWrites(connection: LibraryConnection): LibraryWrites {
  async function writing<T>(
    ids: (result: T) => string[],
    write: (database: LibraryDatabase) => Promise<T>,
  ): Promise<T> {
    const result = await withDatabase(connection, write);
    const changed = ids(result);
    if (changed.length > 0) announceChange({ ids: changed });
    return result;
  }
  // No item is another, but a search that is open may find more.
  const keeper = keepSearchIndex(() => announceChange({ ids: [] }));
  /** For writes that change how many items there are: the number is remembered outside the database. */
  const noteCount = (): void =>
    void connection
      .database()
      .then((database) => watchForLoss(database, 'after-write'))
      .catch(() => undefined);
  async function counted<T>(work: Promise<T>): Promise<T> {
    const result = await work;
    noteCount();
    return result;
  }
  /** Goes in steps, and each is told: it may end at any of them. */
  const purge = (daysKept = DAYS_KEPT): Promise<void> => {
    const onRemoved = (ids: string[]): void => {
      announceChange({ ids });
      noteCount();
    };
    return quietly(
      writing(
        () => [],
        (database) => purgeDeleted(database, { daysKept, onRemoved }),
      ),
    );
  };
  const quietly = async (done: Promise<unknown>): Promise<void> => void (await done);
  const itself = (ids: string[]): string[] => ids;
  const ofHighlight = (highlight: Highlight | null): string[] => (highlight ? [highlight.articleId] : []);
  const ofReceipt = (receipt: SaveReceipt): string[] => [receipt.id];
  return {
    save: (input) => {
      const gone = new Set<string>();
      const onJoined = (linkId: string): void => void gone.add(linkId);
      return counted(
        writing(
          (receipt: SaveReceipt) => [receipt.id, ...gone],
          (database) => savePage(database, { ...input, onJoined }),
        ),
      );
    },
    joinKept: (id, addresses) => quietly(counted(writing(itself, (database) => joinKept(database, id, addresses)))),
    updateCopy: (article) => writing(ofReceipt, (database) => updateCopy(database, article)),
    saveLink: (link) => counted(writing(ofReceipt, (database) => saveLink(database, link))),
    undoSave: (id) =>
      quietly(
        counted(writing(itself, async (database) => undoSave(database, id, Date.now(), await countDays(database)))),
      ),
    move: (ids, place) =>
      quietly(writing(itself, async (database) => moveItems(database, ids, place, await countDays(database)))),
    restore: (ids) => quietly(writing(itself, (database) => restoreItems(database, ids))),
    keepPosition: (id, position) => quietly(writing(itself, (database) => keepPosition(database, id, position))),
    keepHidden: (id, changes) => quietly(writing(itself, (database) => keepHidden(database, id, changes))),
    markOpened: (id) => quietly(writing(itself, (database) => markOpened(database, id))),
    noteLostText: (id) =>
      quietly(
        writing(
          (noted: boolean) => (noted ? [id] : []),
          (database) => noteLostText(database, id),
        ),
      ),
    setFavourite: (ids, favourite) => quietly(writing(itself, (database) => setFavourite(database, ids, favourite))),
    changeTags: (ids, change) => quietly(writing(itself, (database) => changeTags(database, ids, change))),
    replaceTag: (replacement) =>
      writing(
        ({ changed, joined }: ReplacedTag) => [...changed, ...joined],
        (database) => replaceTag(database, replacement),
      ),
    useCopy: async (id, keptAt) =>
      void (await writing(
        () => [id],
        (database) => useCopy(database, id, keptAt),
      )),
    dropCopy: (id, keptAt) =>
      writing(
        () => [id],
        (database) => dropCopy(database, id, keptAt),
      ),
    addHighlight: (articleId, draft) => writing(ofHighlight, (database) => addHighlight(database, articleId, draft)),
    changeHighlight: (id, change) => writing(ofHighlight, (database) => changeHighlight(database, id, change)),
    removeHighlight: (id) => writing(ofHighlight, (database) => removeHighlight(database, id)),
    restoreHighlight: (highlight) =>
      writing(
        () => [highlight.articleId],
        (database) => restoreHighlight(database, highlight),
      ),
    keepFetched: (id, article) => quietly(counted(writing(itself, (database) => keepFetched(database, id, article)))),
    endFetch: (id, end) => quietly(writing(itself, (database) => endFetch(database, id, end))),
    tidyIndex: (signal) =>
      writing(
        () => [],
        (database) => keeper.tidy(database, signal),
      ),
    mendSearch: ({ damaged }) =>
      writing(
        () => [],
        (database) => keeper.mend(database, damaged),
      ),
    purgeDeleted: () => purge(),
    dropLeftPictures: () => writing(() => [], dropLeftPictures),
    emptyDeleted: () => purge(0),
    watchForLoss: async () => watchForLoss(await connection.database(), 'start'),
  };
}
