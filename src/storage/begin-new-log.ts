import { deleteDB, openDB } from 'idb';

const THROWAWAY = 'recto-new-log';

/**
 * Has Chromium begin a new log for its databases. A browser that is killed while it writes may leave half a record at the
 * end of the log; at the next start Chromium skips that half and writes on behind it, and at the start after that takes it
 * for damage and deletes every database there is (https://github.com/google/leveldb/issues/1287; `browser/torn-log`).
 * Deleting a database begins a new log and drops the old one: here one that was made for nothing else. Does nothing in
 * Firefox, which keeps its databases in another way. Takes some 60 ms, which nobody waits for. Rejects when the browser
 * refuses.
 */
export async function beginNewLog(): Promise<void> {
  if (!location.protocol.startsWith('chrome')) return;
  (await openDB(THROWAWAY)).close();
  await deleteDB(THROWAWAY);
}
