import type { IndexProgress } from '../model/library.ts';
import { announceChange } from '../platform/library-changes.ts';
import { dropLeftPictures } from './backup/unclaimed-pictures.ts';
import { type LibraryConnection, withDatabase } from './library-connection.ts';
import { DAYS_KEPT, purgeDeleted } from './purge-deleted.ts';
import { keepSearchIndex } from './search/keep-search-index.ts';
import { watchForLoss } from './watch-for-loss.ts';
import { type AnnouncedWrites, announcedWrites } from './writes/announced-writes.ts';
import { type HighlightWrites, highlightWrites, type ReadingWrites, readingWrites } from './writes/reading-writes.ts';
import { type SavingWrites, type SortingWrites, savingWrites, sortingWrites } from './writes/saving-writes.ts';

/** Every change of the library that a page asks for. For the background alone; each call ends in one announcement to all windows. */
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

/** What keeps the library in order of itself, or removes for good. */
interface UpkeepWrites {
  /** To be run at worker start: removes what has been deleted for 30 days. */
  purgeDeleted(): Promise<void>;
  /** To be run at worker start: removes picture bytes that a restore has left whose tab was closed. */
  dropLeftPictures(): Promise<void>;
  /** Removes what has been deleted, however lately: there is no way back. */
  emptyDeleted(): Promise<void>;
  /** To be run at worker start, before anything is written: notices a database that was emptied. */
  watchForLoss(): Promise<void>;
  /** For idle time after saves and at worker start: merges the search index and mends it when it is broken. */
  tidyIndex(signal?: AbortSignal): Promise<void>;
  /** Begins to make the search index anew when it is broken, or `damaged` as a query has found, and tells how far it is. */
  mendSearch(input: { damaged: boolean }): Promise<IndexProgress | null>;
}

/** The writes of `UpkeepWrites`; where a change cannot be written they throw `RectoError` with a code of storage. */
function upkeepWrites(connection: LibraryConnection, { removed }: AnnouncedWrites): UpkeepWrites {
  // No item is another, but a search that is open may find more.
  const keeper = keepSearchIndex(() => announceChange({ ids: [] }));
  const purge = async (daysKept: number): Promise<void> =>
    void (await withDatabase(connection, (database) => purgeDeleted(database, { daysKept, onRemoved: removed })));
  return {
    purgeDeleted: () => purge(DAYS_KEPT),
    emptyDeleted: () => purge(0),
    dropLeftPictures: () => withDatabase(connection, dropLeftPictures),
    watchForLoss: async () => watchForLoss(await connection.database(), 'start'),
    tidyIndex: (signal) => withDatabase(connection, (database) => keeper.tidy(database, signal)),
    mendSearch: ({ damaged }) => withDatabase(connection, (database) => keeper.mend(database, damaged)),
  };
}
