import { keepKnownLibrary, keepLostLibrary, readKnownLibrary } from '../platform/known-library.ts';
import type { LibraryDatabase } from './library-schema.ts';
import { oneAtATime, writeStrictly } from './write-strictly.ts';

/** Name in `tallies` of the random mark that a database gets when it is first looked at. */
const BIRTH = 'birth';

/**
 * Notices that the database was emptied or replaced (by a cleaner, a damaged profile): browsers then silently give a
 * new, empty one. `storage.local` lies apart and remembers mark and size. Call it at a start, and after writes that
 * change the number of items (`after-write`, when fewer items are our own doing).
 */
export function watchForLoss(
  database: LibraryDatabase,
  when: 'start' | 'after-write',
  now = Date.now(),
): Promise<void> {
  // Otherwise a page that counts before another one's write and remembers after it would leave the older number.
  return oneAtATime('known', () => compare(database, when, now));
}

async function compare(database: LibraryDatabase, when: 'start' | 'after-write', now: number): Promise<void> {
  const [known, birth, items] = [await readKnownLibrary(), await birthOf(database), await database.count('metadata')];
  const isOther = known !== null && known.birth !== birth;
  const isEmptied = known !== null && items === 0 && when === 'start';
  if (known !== null && known.items > 0 && (isOther || isEmptied))
    await keepLostLibrary({ items: known.items, at: now });
  if (known === null || isOther || known.items !== items) await keepKnownLibrary({ birth, items });
}

async function birthOf(database: LibraryDatabase): Promise<string> {
  const kept = await database.get('tallies', BIRTH);
  if (typeof kept === 'string') return kept;
  return writeStrictly(database, ['tallies'], async (transaction) => {
    const store = transaction.objectStore('tallies');
    const found = await store.get(BIRTH);
    if (typeof found === 'string') return found;
    const birth = crypto.randomUUID();
    await store.put(birth, BIRTH);
    return birth;
  });
}
