import type { LibraryDatabase } from './library-schema.ts';
import { type OpenOptions, openDatabase } from './open-database.ts';
import { isClosed, storageError } from './storage-error.ts';

/** A database that is opened at first use and again after it was lost. */
export interface LibraryConnection {
  /** The open database; throws as `openDatabase` does, and tries again at the next call. */
  database(): Promise<LibraryDatabase>;
  /** Drops a database that turned out to be closed; the next call opens it anew. */
  forget(database: LibraryDatabase): Promise<void>;
  close(): void;
}

/** Makes the one connection of a context. After `onOutdated` it stays closed: only a reload may open the newer schema. */
export function connectLibrary(options: OpenOptions = {}): LibraryConnection {
  let opening: Promise<LibraryDatabase> | null = null;
  const forget = (): void => {
    opening = null;
  };
  return {
    database() {
      opening ??= openDatabase({
        ...options,
        onLost() {
          forget();
          options.onLost?.();
        },
        onOutdated() {
          forget();
          options.onOutdated?.();
        },
      }).catch((error) => {
        forget();
        throw error;
      });
      return opening;
    },
    async forget(database) {
      const current = opening;
      // Another caller may have noticed before, and opened it.
      if ((await current?.catch(() => null)) === database && opening === current) forget();
    },
    close() {
      void opening?.then(
        (database) => database.close(),
        () => undefined,
      );
      forget();
    },
  };
}

/**
 * Does `work` with the open database, and once more on a new connection when the old one turns out to be closed: the
 * browser tells too late for work that has begun. Throws `RectoError` with a code of storage.
 */
export async function withDatabase<T>(
  connection: LibraryConnection,
  work: (database: LibraryDatabase) => Promise<T>,
): Promise<T> {
  const database = await connection.database();
  try {
    return await work(database);
  } catch (thrown) {
    if (!isClosed(thrown)) throw storageError(thrown);
    await connection.forget(database);
  }
  try {
    return await work(await connection.database());
  } catch (thrown) {
    throw storageError(thrown);
  }
}
