import { listPictures } from '../../model/pictures/list-pictures.ts';
import type { PictureProblem, PictureSize } from '../../model/pictures/picture.ts';
import { textsBehind } from '../copies/stored-copies.ts';
import { keysOfArticle } from '../key-ranges.ts';
import type { LibraryDatabase, PictureJob } from '../library-schema.ts';
import { readText } from '../read-record.ts';
import { type WriteTransaction, writeStrictly } from '../write-strictly.ts';
import { countChange } from './picture-jobs.ts';

/** Names one job of the picture queue. */
export interface PictureKey {
  articleId: string;
  url: string;
}

/** A picture ready to be kept. */
export interface PictureToKeep {
  bytes: Blob;
  /** SHA-256 of the bytes, hex. */
  hash: string;
}

/**
 * Keeps the bytes of a picture and settles its job in one transaction, so that neither is ever without the other. Does
 * nothing when the article is gone. Gives whether something changed.
 */
export function keepPicture(database: LibraryDatabase, key: PictureKey, picture: PictureToKeep): Promise<boolean> {
  const { bytes, hash } = picture;
  return changeJob(database, key, async (transaction, job) => {
    const pictures = transaction.objectStore('pictures');
    const isKept = job.state === 'kept' && job.hash === hash && (await pictures.getKey(hash)) !== undefined;
    if (isKept) return null;
    // Also where bytes of this hash exist: the browser may have lost their file.
    await pictures.put({ hash, bytes, type: bytes.type });
    return { ...job, state: 'kept', reason: null, hash, bytes: bytes.size, attempts: job.attempts + 1 };
  });
}

/** Notes why a picture is not kept. One that is kept by now stays kept. `size` is what the page shows, when it is known. */
export function refusePicture(
  database: LibraryDatabase,
  key: PictureKey,
  problem: PictureProblem,
  size: PictureSize | null = null,
): Promise<boolean> {
  return changeJob(database, key, async (_transaction, job) => {
    if (job.state === 'kept') return null;
    const seen = size ?? job.size;
    const attempts = job.attempts + 1;
    return { ...job, state: 'refused', reason: problem, hash: null, attempts, ...(seen ? { size: seen } : {}) };
  });
}

async function changeJob(
  database: LibraryDatabase,
  { articleId, url }: PictureKey,
  change: (transaction: WriteTransaction, job: PictureJob) => Promise<PictureJob | null>,
): Promise<boolean> {
  return writeStrictly(database, ['metadata', 'pictures', 'pictureJobs'], async (transaction) => {
    const jobs = transaction.objectStore('pictureJobs');
    const job = await jobs.get([articleId, url]);
    const after = job ? await change(transaction, job) : null;
    if (!job || !after) return false;
    await jobs.put(after);
    await dropUnused(transaction, job.hash === after.hash ? [] : [job.hash]);
    await countChange(transaction, job, after);
    return true;
  });
}

/** Removes bytes that no job names any more. */
export async function dropUnused(transaction: WriteTransaction, hashes: readonly (string | null)[]): Promise<void> {
  for (const hash of new Set(hashes)) {
    if (hash === null) continue;
    const users = await transaction.objectStore('pictureJobs').index('hash').count(hash);
    if (users === 0) await transaction.objectStore('pictures').delete(hash);
  }
}

/** Removes the picture jobs of an article, and bytes that no other article shows. */
export async function dropPictures(transaction: WriteTransaction, articleId: string): Promise<void> {
  const jobs = transaction.objectStore('pictureJobs');
  const hashes = (await jobs.getAll(keysOfArticle(articleId))).map(({ hash }) => hash);
  await jobs.delete(keysOfArticle(articleId));
  await dropUnused(transaction, hashes);
}

/** Removes the jobs of pictures that no text of the article shows any more, after an older text was dropped. */
export async function dropUnshownPictures(transaction: WriteTransaction, articleId: string): Promise<void> {
  const body = await readText(transaction, 'bodies', articleId);
  const copies = await textsBehind(transaction, articleId);
  // A text that cannot be read may show any picture.
  if (body === null || copies.includes(null)) return;
  const texts = [...(body ? [body] : []), ...copies.flatMap((copy) => copy?.article ?? [])];
  const shown = new Set(texts.flatMap(listPictures));
  const jobs = transaction.objectStore('pictureJobs');
  const unshown = (await jobs.getAll(keysOfArticle(articleId))).filter(({ url }) => !shown.has(url));
  for (const { url } of unshown) await jobs.delete([articleId, url]);
  await dropUnused(
    transaction,
    unshown.map(({ hash }) => hash),
  );
}
