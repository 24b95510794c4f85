import type { LibraryDatabase } from '../library-schema.ts';
import { dropUnused } from '../pictures/settle-picture.ts';
import { oneAtATime, type WriteTransaction, writeStrictly } from '../write-strictly.ts';

/** Name in `tallies` while a restore brings bytes of pictures, which come before what says whose they are. */
const MARK = 'restored-pictures';

/** Hashes asked about in one transaction. */
const BYTES_AT_ONCE = 200;

/** One restore at a time, in whatever window. Bytes without an article are expected only while it runs. */
export const whileRestoring = <T>(work: () => Promise<T>): Promise<T> => oneAtATime('restore', work);

/** Call it in the transaction that writes restored bytes: if nothing follows, they are found again. */
export async function noteRestored(transaction: WriteTransaction): Promise<void> {
  await transaction.objectStore('tallies').put(true, MARK);
}

/** Removes bytes that no article shows, where a restore was cut off. Waits for a restore that runs. */
export async function dropLeftPictures(database: LibraryDatabase): Promise<void> {
  if (!(await isLeft(database))) return;
  await whileRestoring(() => endRestored(database));
}

/**
 * At the end of a restore: removes bytes that no article shows, since the lines that say whose they are may be missing.
 */
export async function endRestored(database: LibraryDatabase): Promise<void> {
  if (!(await isLeft(database))) return;
  const hashes = await database.getAllKeys('pictures');
  for (let from = 0; from < hashes.length; from += BYTES_AT_ONCE) {
    const some = hashes.slice(from, from + BYTES_AT_ONCE);
    await writeStrictly(database, ['pictures', 'pictureJobs'], (transaction) => dropUnused(transaction, some));
  }
  await writeStrictly(database, ['tallies'], (transaction) => transaction.objectStore('tallies').delete(MARK));
}

const isLeft = async (database: LibraryDatabase): Promise<boolean> =>
  (await database.getKey('tallies', MARK)) !== undefined;
