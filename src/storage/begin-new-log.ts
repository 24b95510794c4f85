import { deleteDB, openDB } from 'idb';

const THROWAWAY = 'recto-new-log';

/**
 * Makes Chromium begin a new log for its databases, by deleting a database made for nothing else.
 *
 * A browser killed while it writes may leave half a record at the end of the log. At the next start Chromium skips it
 * and writes on behind it. At the start after that it takes it for damage and deletes every database
 * (https://github.com/google/leveldb/issues/1287; `browser/saving/torn-log`).
 *
 * Does nothing in Firefox, which stores its databases in another way. Takes some 60 ms, which nobody waits for. Rejects
 * when the browser refuses.
 */
export async function beginNewLog(): Promise<void> {
  if (!location.protocol.startsWith('chrome')) return;
  (await openDB(THROWAWAY)).close();
  await deleteDB(THROWAWAY);
}
