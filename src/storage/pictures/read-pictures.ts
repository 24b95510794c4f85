import { unwrap } from 'idb';
import { type PictureReceipt, receiptOf, type SavedPicture } from '../../model/pictures/picture.ts';
import { keysOfArticle } from '../key-ranges.ts';
import type { LibraryDatabase, StoredPicture } from '../library-schema.ts';
import { readRecord } from '../read-record.ts';
import { isClosed } from '../storage-error.ts';
import { factOf, isShown } from './picture-jobs.ts';

/**
 * All pictures of an article and its older texts. One whose bytes are missing or cannot be read is refused as
 * `missing`.
 */
export async function readPictures(database: LibraryDatabase, articleId: string): Promise<SavedPicture[]> {
  const transaction = database.transaction(['pictureJobs', 'pictures']);
  const jobs = await transaction.objectStore('pictureJobs').getAll(keysOfArticle(articleId));
  const pictures = unwrap(transaction.objectStore('pictures'));
  return Promise.all(
    jobs.map(async (job): Promise<SavedPicture> => {
      const fact = factOf(job);
      const { state, hash } = job;
      if (state !== 'kept' || hash === null) return { ...fact, blob: null };
      const picture: StoredPicture | undefined | null = await readRecord(() => pictures.get(hash));
      const blob = picture?.bytes ?? null;
      return blob ? { ...fact, blob } : { ...fact, state: 'refused', problem: 'missing', bytes: 0, blob: null };
    }),
  );
}

/** What became of the pictures of the text in front. Their bytes are not looked for. */
export async function readPictureReceipt(database: LibraryDatabase, articleId: string): Promise<PictureReceipt> {
  const jobs = await database.getAll('pictureJobs', keysOfArticle(articleId));
  return receiptOf(jobs.filter(isShown).map(factOf));
}

/** Pictures looked at side by side. */
const AT_ONCE = 25;

/**
 * The hashes of kept pictures whose bytes cannot be read any more. Browsers keep bytes in files of their own, which get
 * lost one by one while the record stays. The last byte of each is read, which a lost or shortened file lacks. Failures
 * are tried once more after all others: a busy disk is no loss. `onProgress` hears how many were looked at. Throws where
 * the database was closed meanwhile.
 */
export async function findLostBytes(
  database: LibraryDatabase,
  hashes: readonly string[],
  onProgress: (looked: number) => void,
): Promise<Set<string>> {
  const unreadable: string[] = [];
  const look = async (hash: string) => {
    if (!(await readLastByte(database, hash))) unreadable.push(hash);
  };
  for (let at = 0; at < hashes.length; at += AT_ONCE) {
    await Promise.all(hashes.slice(at, at + AT_ONCE).map(look));
    onProgress(Math.min(at + AT_ONCE, hashes.length));
  }
  const lost = new Set<string>();
  for (const hash of unreadable) if (!(await readLastByte(database, hash))) lost.add(hash);
  return lost;
}

async function readLastByte(database: LibraryDatabase, hash: string): Promise<boolean> {
  try {
    const picture = await database.get('pictures', hash);
    // The picture may be gone with its article.
    await picture?.bytes.slice(-1).arrayBuffer();
    return true;
  } catch (thrown) {
    if (isClosed(thrown)) throw thrown;
    return false;
  }
}
