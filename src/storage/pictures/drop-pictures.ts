import { listPictures } from '../../model/list-pictures.ts';
import { textsBehind } from '../copies/texts-behind.ts';
import { readText } from '../read-text.ts';
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
  const body = await readText(transaction, 'bodies', articleId);
  const copies = await textsBehind(transaction, articleId);
  // What a text shows that cannot be read nobody knows.
  if (body === null || copies.includes(null)) return;
  const texts = [...(body ? [body] : []), ...copies.flatMap((copy) => copy?.article ?? [])];
  const shown = new Set(texts.flatMap(listPictures));
  const jobs = transaction.objectStore('pictureJobs');
  const unshown = (await jobs.getAll(jobsOf(articleId))).filter(({ url }) => !shown.has(url));
  for (const { url } of unshown) await jobs.delete([articleId, url]);
  await dropUnused(
    transaction,
    unshown.map(({ hash }) => hash),
  );
}
