import { listPictures } from '../../model/list-pictures.ts';
import type { WriteTransaction } from '../write-strictly.ts';
import { jobsOf } from './count-pictures.ts';
import { dropUnused } from './settle-picture.ts';

/** Removes the picture jobs of an article, and bytes that no other article shows. */
export async function dropPictures(transaction: WriteTransaction, articleId: string): Promise<void> {
  const jobs = transaction.objectStore('pictureJobs');
  const hashes = (await jobs.getAll(jobsOf(articleId))).map(({ hash }) => hash);
  await jobs.delete(jobsOf(articleId));
  await dropUnused(transaction, hashes);
}

/** Removes the jobs of pictures that none of an article's texts shows any more: after an older text was dropped. */
export async function dropUnshownPictures(transaction: WriteTransaction, articleId: string): Promise<void> {
  const body = await transaction.objectStore('bodies').get(articleId);
  const copies = await transaction.objectStore('copies').getAll(jobsOf(articleId));
  const shown = new Set([...(body ? [body] : []), ...copies.map(({ article }) => article)].flatMap(listPictures));
  const jobs = transaction.objectStore('pictureJobs');
  const unshown = (await jobs.getAll(jobsOf(articleId))).filter(({ url }) => !shown.has(url));
  for (const { url } of unshown) await jobs.delete([articleId, url]);
  await dropUnused(
    transaction,
    unshown.map(({ hash }) => hash),
  );
}
