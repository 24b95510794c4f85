import type { LibraryConnection } from './library-connection.ts';
import type { LibraryDatabase } from './library-schema.ts';
import { isClosed, storageError } from './storage-error.ts';

/**
 * Does `work` with the open database, and once more with one that is opened anew when the connection turns out to be
 * closed: the browser tells of that too late for who has begun already. Throws `RectoError` with a code of storage.
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
