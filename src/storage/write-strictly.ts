import type { IDBPTransaction } from 'idb';
import { RectoError } from '../model/errors/recto-error.ts';
import type { LibraryDatabase, LibrarySchema, StoreName } from './library-schema.ts';
import { noteUnreadable } from './read-record.ts';
import { storageError } from './storage-error.ts';

/**
 * A transaction typed over all stores, so that functions that write several can take it. It has only those it was
 * opened with.
 */
export type WriteTransaction = IDBPTransaction<LibrarySchema, StoreName[], 'readwrite'>;

/** Aborts that say nothing about the data: the browser was suspended, or another transaction was in the way. */
const WORTH_A_RETRY = new Set(['AbortError', 'TransactionInactiveError']);

/**
 * Runs `work` in one transaction, all of it or nothing, that is on the disk when the promise resolves (`durability:
 * 'strict'`). Tried twice when the browser aborts it, or a text could not be read (`noteUnreadable`). `work` may wait
 * for nothing but the transaction's own requests.
 */
export async function writeStrictly<T>(
  database: LibraryDatabase,
  stores: readonly StoreName[],
  work: (transaction: WriteTransaction) => Promise<T>,
): Promise<T> {
  const lost = new Set<string>();
  try {
    return await attempt(database, stores, work, lost);
  } catch (thrown) {
    const isWorthIt = thrown instanceof DOMException && WORTH_A_RETRY.has(thrown.name);
    if (!isWorthIt && lost.size === 0) throw await nameFullDisk(thrown);
  }
  try {
    return await attempt(database, stores, work, lost);
  } catch (thrown) {
    throw await nameFullDisk(thrown);
  }
}

/** With fewer bytes of room than this, a write that failed for no named reason failed for lack of room. */
const HARDLY_ANY_ROOM = 8 * 1024 * 1024;

/** On a full disk Chromium says `UnknownError` or aborts, not `QuotaExceededError`. */
async function nameFullDisk(thrown: unknown): Promise<RectoError> {
  const error = storageError(thrown);
  if (error.code !== 'storage-unavailable') return error;
  const room = await globalThis.navigator?.storage?.estimate?.().catch(() => null);
  const isFull = room?.quota !== undefined && room.quota - (room.usage ?? 0) < HARDLY_ANY_ROOM;
  return isFull ? new RectoError('quota', error.message, { cause: thrown }) : error;
}

async function attempt<T>(
  database: LibraryDatabase,
  stores: readonly StoreName[],
  work: (transaction: WriteTransaction) => Promise<T>,
  lost: Set<string>,
): Promise<T> {
  const transaction = database.transaction([...stores], 'readwrite', { durability: 'strict' });
  noteUnreadable(transaction, lost);
  try {
    const result = await work(transaction);
    await transaction.done;
    return result;
  } catch (thrown) {
    transaction.done.catch(() => undefined);
    try {
      transaction.abort();
    } catch {
      // The error that was thrown has already aborted it.
    }
    throw transaction.error ?? thrown;
  }
}

/**
 * Runs `work` while no other context of Recto runs work of this name: for reads on which writes in another transaction
 * depend. Without Web Locks it just runs.
 */
export async function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (typeof navigator === 'undefined' || !navigator.locks) return work();
  return navigator.locks.request(`recto-${name}`, work);
}
