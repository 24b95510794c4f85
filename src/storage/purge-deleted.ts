import { DAY_MS } from '../model/day-ms.ts';
import { DAYS_IN_DELETED } from '../model/saved-article.ts';
import { countDays } from './day-count.ts';
import { dropItem, ITEM_STORES } from './drop-item.ts';
import { keysOfPlace } from './key-ranges.ts';
import type { LibraryDatabase, StoredMetadata } from './library-schema.ts';
import { writeStrictly } from './write-strictly.ts';

/** Undo of a save is offered for seconds. What it needs is kept for a day, even where the clock was wrong. */
const UNDO_MS = DAY_MS;

/** Items removed in one transaction: a save that comes meanwhile waits for one, not for thousands. */
const AT_ONCE = 200;

interface PurgeOptions {
  now?: number;
  daysKept?: number;
  /** Is told the removed ids after each step; they are gone even where a later step fails. */
  onRemoved?: (ids: string[]) => void;
}

/**
 * Removes what has been in Recently deleted for 30 days, with text and highlights, in steps; gives the removed ids. Run
 * at worker start, and with `daysKept` 0 when a person wants the room now. What is restored meanwhile stays.
 */
export async function purgeDeleted(database: LibraryDatabase, options: PurgeOptions = {}): Promise<string[]> {
  const { now = Date.now(), daysKept = DAYS_IN_DELETED, onRemoved } = options;
  const day = await countDays(database, now);
  const isDue = ({ deletedDay }: StoredMetadata): boolean =>
    daysKept === 0 || (deletedDay !== null && day - deletedDay >= daysKept);
  const deleted = await database.getAllFromIndex('metadata', 'place', keysOfPlace('deleted'));
  const due = deleted.filter(isDue).map(({ id }) => id);
  const lost = deleted.filter((item) => item.deletedDay === null && !isDue(item));
  await countFrom(
    database,
    day,
    lost.map(({ id }) => id),
  );
  const removed = await dropInSteps(database, due, { isDue, onRemoved });
  await dropOldUndos(database, now);
  return removed;
}

/**
 * Removes those of these items for good that are in Recently deleted, with text and highlights, in steps; what another
 * window has restored meanwhile stays. `onRemoved` is told the removed ids after each step.
 */
export async function dropDeleted(
  database: LibraryDatabase,
  ids: readonly string[],
  onRemoved?: (ids: string[]) => void,
): Promise<void> {
  await dropInSteps(database, ids, { isDue: () => true, onRemoved });
}

interface DropOptions {
  isDue: (item: StoredMetadata) => boolean;
  onRemoved: ((ids: string[]) => void) | undefined;
}

async function dropInSteps(database: LibraryDatabase, ids: readonly string[], { isDue, onRemoved }: DropOptions) {
  const removed: string[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const gone = await dropDue(database, ids.slice(from, from + AT_ONCE), isDue);
    removed.push(...gone);
    if (gone.length > 0) onRemoved?.(gone);
  }
  return removed;
}

/** Items whose day of deletion is lost, as in a damaged record, have their days counted from now on. */
async function countFrom(database: LibraryDatabase, day: number, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await writeStrictly(database, ['metadata'], async (transaction) => {
    const store = transaction.objectStore('metadata');
    for (const id of ids) {
      const item = await store.get(id);
      if (item?.place === 'deleted' && item.deletedDay === null) await store.put({ ...item, deletedDay: day });
    }
  });
}

function dropDue(database: LibraryDatabase, ids: string[], isDue: (item: StoredMetadata) => boolean) {
  return writeStrictly(database, ITEM_STORES, async (transaction) => {
    const items = await Promise.all(ids.map((id) => transaction.objectStore('metadata').get(id)));
    const due = items.filter((item) => item !== undefined).filter((item) => item.place === 'deleted' && isDue(item));
    await Promise.all(due.map(({ id }) => dropItem(transaction, id)));
    return due.map(({ id }) => id);
  });
}

async function dropOldUndos(database: LibraryDatabase, now: number): Promise<void> {
  await writeStrictly(database, ['undo'], async (transaction) => {
    const store = transaction.objectStore('undo');
    for (const { id, at } of await store.getAll()) if (Math.abs(now - at) > UNDO_MS) await store.delete(id);
  });
}
