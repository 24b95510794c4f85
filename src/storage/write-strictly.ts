import type { IDBPTransaction } from 'idb';
import type { LibraryDatabase, LibrarySchema, StoreName } from './library-schema.ts';
import { storageError } from './storage-error.ts';

/** Typed over all stores, so that functions that write several can take it; it has those it was opened with. */
export type WriteTransaction = IDBPTransaction<LibrarySchema, StoreName[], 'readwrite'>;

/** Aborts that say nothing about the data: the browser was suspended, or another transaction was in the way. */
const WORTH_A_RETRY = new Set(['AbortError', 'TransactionInactiveError']);

/**
 * Runs `work` in one transaction that is on the disk when the promise resolves (`durability: 'strict'`), all of it or
 * nothing. Tried twice when the browser aborts it. `work` may wait for nothing but the transaction's own requests.
 */
export async function writeStrictly<T>(
  database: LibraryDatabase,
  stores: readonly StoreName[],
  work: (transaction: WriteTransaction) => Promise<T>,
): Promise<T> {
  try {
    return await attempt(database, stores, work);
  } catch (thrown) {
    if (!(thrown instanceof DOMException && WORTH_A_RETRY.has(thrown.name))) throw storageError(thrown);
  }
  try {
    return await attempt(database, stores, work);
  } catch (thrown) {
    throw storageError(thrown);
  }
}

async function attempt<T>(
  database: LibraryDatabase,
  stores: readonly StoreName[],
  work: (transaction: WriteTransaction) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction([...stores], 'readwrite', { durability: 'strict' });
  try {
    const result = await work(transaction);
    await transaction.done;
    return result;
  } catch (thrown) {
    transaction.done.catch(() => undefined);
    try {
      transaction.abort();
    } catch {
      // It has already been aborted, by the error that brought us here.
    }
    throw transaction.error ?? thrown;
  }
}
