import type { LibraryDatabase } from '../library-schema.ts';
import { dropUnused } from '../pictures/settle-picture.ts';
import { oneAtATime, type WriteTransaction, writeStrictly } from '../write-strictly.ts';

/** In `tallies` while a restore brings bytes of pictures: they come before what tells whose they are. */
const MARK = 'restored-pictures';

/** Bytes asked about in one transaction. */
const BYTES_AT_ONCE = 200;

/** Bytes without an article are expected only while this runs. One restore at a time, in whatever window. */
export const whileRestoring = <T>(work: () => Promise<T>): Promise<T> => oneAtATime('restore', work);

/** To be called in the transaction that writes restored bytes: should nothing come after it, they are found again. */
export async function noteRestored(transaction: WriteTransaction): Promise<void> {
  await transaction.objectStore('tallies').put(true, MARK);
}

/** Removes bytes that no article shows, where a restore was cut off. Does nothing while one runs: it waits for its end. */
export async function dropLeftPictures(database: LibraryDatabase): Promise<void> {
  if (!(await isLeft(database))) return;
  await whileRestoring(() => endRestored(database));
}

/** At the end of a restore: removes bytes that no article shows, since what tells whose they are may be missing. */
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
