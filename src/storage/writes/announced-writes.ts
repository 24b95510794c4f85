import { announceChange } from '../../platform/library-changes.ts';
import { type LibraryConnection, withDatabase } from '../library-connection.ts';
import type { LibraryDatabase } from '../library-schema.ts';
import { watchForLoss } from '../watch-for-loss.ts';

/** Writes that are announced to every open window, once each, and only where something was changed. */
export interface AnnouncedWrites {
  /** `work` gives the ids of the items it has changed. */
  change(work: (database: LibraryDatabase) => Promise<string[]>): Promise<void>;
  /** The same for work with another result: `changed` says which items it is about. */
  answer<T>(work: (database: LibraryDatabase) => Promise<T>, changed: (result: T) => string[]): Promise<T>;
  /** For writes that change the number of items: it is remembered outside the database. */
  counted<T>(written: Promise<T>): Promise<T>;
  /** For a removal in steps: each is announced, since it may be the last. */
  removed(ids: string[]): void;
}

/** Each call throws `RectoError` with a code of storage where it cannot write. */
export function announcedWrites(connection: LibraryConnection): AnnouncedWrites {
  async function answer<T>(
    work: (database: LibraryDatabase) => Promise<T>,
    changed: (result: T) => string[],
  ): Promise<T> {
    const result = await withDatabase(connection, work);
    const ids = changed(result);
    if (ids.length > 0) announceChange({ ids });
    return result;
  }
  // The write is done; the next one that changes the number puts it right.
  const noteCount = (): void =>
    void connection
      .database()
      .then((database) => watchForLoss(database, 'after-write'))
      .catch(() => undefined);
  return {
    answer,
    async change(work) {
      await answer(work, (ids) => ids);
    },
    async counted(written) {
      const result = await written;
      noteCount();
      return result;
    },
    removed(ids) {
      announceChange({ ids });
      noteCount();
    },
  };
}
