import type { LibraryConnection } from './library-connection.ts';
import { announcedWrites } from './writes/announced-writes.ts';
import { type HighlightWrites, highlightWrites } from './writes/highlight-writes.ts';
import { type ReadingWrites, readingWrites } from './writes/reading-writes.ts';
import { type SavingWrites, savingWrites } from './writes/saving-writes.ts';
import { type SortingWrites, sortingWrites } from './writes/sorting-writes.ts';
import { type UpkeepWrites, upkeepWrites } from './writes/upkeep-writes.ts';

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
