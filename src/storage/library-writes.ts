import type { IndexProgress } from '../model/library.ts';
import { DAYS_IN_DELETED } from '../model/saved-article.ts';
import { announceChange } from '../platform/library-changes.ts';
import { dropLeftPictures } from './backup/unclaimed-pictures.ts';
import { type LibraryConnection, withDatabase } from './library-connection.ts';
import { dropDeleted, purgeDeleted } from './purge-deleted.ts';
import { keepSearchIndex } from './search/keep-search-index.ts';
import { watchForLoss } from './watch-for-loss.ts';
import { type AnnouncedWrites, announcedWrites } from './writes/announced-writes.ts';
import { type HighlightWrites, highlightWrites, type ReadingWrites, readingWrites } from './writes/reading-writes.ts';
import { type SavingWrites, type SortingWrites, savingWrites, sortingWrites } from './writes/saving-writes.ts';

/**
 * All changes of the library that a page asks for. For the background alone; each ends in one announcement to all
 * windows.
 */
export type LibraryWrites = SavingWrites & SortingWrites & ReadingWrites & HighlightWrites & UpkeepWrites;

/** Throws `RectoError` with a code of storage where a change cannot be written. */
export function libraryWrites(connection: LibraryConnection): LibraryWrites {
  const announced = announcedWrites(connection);
  return {
    ...savingWrites(announced),
    ...sortingWrites(announced),
    ...readingWrites(announced),
    ...highlightWrites(announced),
    ...upkeepWrites(connection, announced),
  };
}

/** Upkeep, and removals for good. */
interface UpkeepWrites {
  /** Run at worker start: removes what was deleted 30 days ago. */
  purgeDeleted(): Promise<void>;
  /** Run at worker start: removes picture bytes left by a restore whose tab was closed. */
  dropLeftPictures(): Promise<void>;
  /** Removes all that is deleted, however lately. There is no way back. */
  emptyDeleted(): Promise<void>;
  /** Removes those of these items that are deleted. There is no way back. */
  dropDeleted(ids: string[]): Promise<void>;
  /** Run at worker start, before any write: notices an emptied database. */
  watchForLoss(): Promise<void>;
  /** Run at worker start, when nobody waits: merges the search index, and rebuilds it when it is broken. */
  tidyIndex(): Promise<void>;
  /**
   * Begins to rebuild the search index when it is broken, or `damaged` as a query has found, and tells how far that is.
   */
  mendSearch(input: { damaged: boolean }): Promise<IndexProgress | null>;
}

/** The writes of `UpkeepWrites`; where a change cannot be written they throw `RectoError` with a code of storage. */
function upkeepWrites(connection: LibraryConnection, { removed }: AnnouncedWrites): UpkeepWrites {
  // No item has changed, but an open search may find more now.
  const keeper = keepSearchIndex(() => announceChange({ ids: [] }));
  const purge = async (daysKept: number): Promise<void> =>
    void (await withDatabase(connection, (database) => purgeDeleted(database, { daysKept, onRemoved: removed })));
  return {
    purgeDeleted: () => purge(DAYS_IN_DELETED),
    emptyDeleted: () => purge(0),
    dropDeleted: (ids) => withDatabase(connection, (database) => dropDeleted(database, ids, removed)),
    dropLeftPictures: () => withDatabase(connection, dropLeftPictures),
    watchForLoss: async () => watchForLoss(await connection.database(), 'start'),
    tidyIndex: () => withDatabase(connection, keeper.tidy),
    mendSearch: ({ damaged }) => withDatabase(connection, (database) => keeper.mend(database, damaged)),
  };
}
