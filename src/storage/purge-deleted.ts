import { countDays } from './day-count.ts';
import { dropItem, ITEM_STORES } from './drop-item.ts';
import type { LibraryDatabase } from './library-schema.ts';
import { writeStrictly } from './write-strictly.ts';

/** How long a deleted item can be taken back, in days the library has seen. */
export const DAYS_KEPT = 30;

/** An Undo of a save is offered for seconds; what it needs is kept for a day of the library's count. */
const UNDO_MS = 24 * 60 * 60 * 1000;

/**
 * Removes what has been in Recently deleted for 30 days, with its text and highlights; gives the removed ids. Run at worker
 * start, and with `daysKept` 0 when a person wants the room now.
 */
export async function purgeDeleted(
  database: LibraryDatabase,
  now = Date.now(),
  daysKept = DAYS_KEPT,
): Promise<string[]> {
  const day = await countDays(database, now);
  return writeStrictly(database, ITEM_STORES, async (transaction) => {
    const range = IDBKeyRange.bound(['deleted'], ['deleted', []]);
    const deleted = await transaction.objectStore('metadata').index('place').getAll(range);
    const due = deleted.filter((item) => item.deletedDay !== null && day - item.deletedDay >= daysKept);
    for (const item of due) await dropItem(transaction, item.id);
    const undos = await transaction.objectStore('undo').getAll();
    for (const undo of undos) if (now - undo.at > UNDO_MS) await transaction.objectStore('undo').delete(undo.id);
    return due.map((item) => item.id);
  });
}
