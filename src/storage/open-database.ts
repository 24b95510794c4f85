import { openDB } from 'idb';
import { RectoError } from '../model/errors/recto-error.ts';
import type { LibraryDatabase, LibrarySchema } from './library-schema.ts';
import { createFirstSchema } from './migrations/0001-first-schema.ts';
import { addSearchFacets } from './migrations/0002-search-facets.ts';
import { isClosed, storageError } from './storage-error.ts';

export const DATABASE_NAME = 'recto-library';

/** In order; the database's version is the number of those that have run. A migration is never edited. */
const MIGRATIONS: ((database: IDBDatabase, transaction: IDBTransaction) => void)[] = [
  createFirstSchema,
  addSearchFacets,
];
/** The version of the schema that this Recto knows; a higher one is refused as `storage-newer`. */
export const DATABASE_VERSION = MIGRATIONS.length;

/** A backing store that is busy or being repaired answers `UnknownError` at first. */
const ATTEMPTS = 3;
const RETRY_AFTER_MS = 150;
/** An older page closes its connection at once when asked. One that has not by then is stuck, and is named. */
export const BLOCKED_AFTER_MS = 3000;

/** What the caller of `openDatabase` wants to hear of. */
export interface OpenOptions {
  /** An older Recto in another tab holds the database; opening goes on when that tab has closed its connection. */
  onBlocked?: () => void;
  /** A newer Recto wants the database: this connection has just been closed, the page should be reloaded. */
  onOutdated?: () => void;
  /** The browser closed the connection by itself. */
  onLost?: () => void;
}

/**
 * Opens the library's database and brings it up to date. Throws `RectoError`: `storage-newer`, `storage-private`,
 * `storage-blocked`, `quota` or `storage-unavailable`. A database that does not open is never deleted: it may open
 * tomorrow.
 */
export async function openDatabase(options: OpenOptions = {}): Promise<LibraryDatabase> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await openOnce(options);
    } catch (thrown) {
      const error = openingError(thrown);
      if (error.code !== 'storage-unavailable' || attempt === ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS * attempt));
    }
  }
}

/**
 * Firefox in private windows (bug 1639542 and its relatives) and Tor Browser throw this at opening; later it means a
 * closed connection.
 */
function openingError(thrown: unknown): RectoError {
  const error = storageError(thrown);
  return isClosed(error) ? new RectoError('storage-private', error.message, { cause: thrown }) : error;
}

async function openOnce(options: OpenOptions): Promise<LibraryDatabase> {
  if (typeof indexedDB === 'undefined') throw new RectoError('storage-private', 'There is no indexedDB here.');
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isGivenUp = false;
  let giveUp: (error: RectoError) => void = () => undefined;
  const blocked = new Promise<never>((_resolve, reject) => {
    giveUp = reject;
  });
  const opening = openDB<LibrarySchema>(DATABASE_NAME, DATABASE_VERSION, {
    upgrade(_database, oldVersion, _newVersion, transaction) {
      const raw = transaction.db as unknown as IDBDatabase;
      for (const migrate of MIGRATIONS.slice(oldVersion)) migrate(raw, transaction as unknown as IDBTransaction);
    },
    blocked() {
      options.onBlocked?.();
      waiting = setTimeout(() => {
        isGivenUp = true;
        giveUp(new RectoError('storage-blocked', 'An older page holds the database.'));
      }, BLOCKED_AFTER_MS);
    },
    blocking(_current, _wanted, event) {
      (event.target as IDBDatabase).close();
      options.onOutdated?.();
    },
    terminated: () => options.onLost?.(),
  });
  // The browser still waits for the older page. The caller was told and will open anew, so this connection is not
  // kept.
  void opening.then(
    (database) => isGivenUp && database.close(),
    () => undefined,
  );
  return Promise.race([opening, blocked]).finally(() => clearTimeout(waiting));
}
