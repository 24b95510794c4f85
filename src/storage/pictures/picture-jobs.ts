import type { Article } from '../../model/article.ts';
import { listPictures } from '../../model/pictures/list-pictures.ts';
import type { PictureCounts, PictureFact } from '../../model/pictures/picture.ts';
import { keysOfArticle } from '../key-ranges.ts';
import type { PictureJob } from '../library-schema.ts';
import type { WriteTransaction } from '../write-strictly.ts';

/** Whether the text in front shows the picture. A job without the mark is older than the distinction. */
export const isShown = (job: PictureJob): boolean => job.shown !== false;

/** What a page is told of a job. */
export const factOf = ({ url, state, reason, bytes }: PictureJob): PictureFact => ({
  url,
  state,
  problem: reason,
  bytes: bytes ?? 0,
});

/**
 * Counts the pictures of the text in front and writes the counts into the article's list entry, in the same
 * transaction.
 */
export async function recountPictures(transaction: WriteTransaction, articleId: string): Promise<void> {
  const metadata = await transaction.objectStore('metadata').get(articleId);
  if (!metadata) return;
  const pictures = countsOf(await transaction.objectStore('pictureJobs').getAll(keysOfArticle(articleId)));
  const { pictures: _old, ...rest } = metadata;
  await transaction.objectStore('metadata').put(pictures.total > 0 ? { ...rest, pictures } : rest);
}

/**
 * Updates the counts after one job became `after`, without counting the others: an article of thousands of pictures
 * would be counted as often as it has pictures. Impossible counts are made anew: with one below zero the entry would be
 * damaged, and the article gone from the list.
 */
export async function countChange(transaction: WriteTransaction, before: PictureJob, after: PictureJob): Promise<void> {
  const metadata = await transaction.objectStore('metadata').get(after.articleId);
  if (!metadata?.pictures) return recountPictures(transaction, after.articleId);
  if (!isShown(after) || before.state === after.state) return;
  const { total, kept, pending } = metadata.pictures;
  const more = (state: PictureJob['state']) => Number(after.state === state) - Number(before.state === state);
  const pictures = { total, kept: kept + more('kept'), pending: pending + more('pending') };
  const isPossible = pictures.kept >= 0 && pictures.pending >= 0 && pictures.kept + pictures.pending <= total;
  if (!isPossible) return recountPictures(transaction, after.articleId);
  await transaction.objectStore('metadata').put({ ...metadata, pictures });
}

function countsOf(jobs: readonly PictureJob[]): PictureCounts {
  const shown = jobs.filter(isShown);
  const count = (state: PictureJob['state']) => shown.filter((job) => job.state === state).length;
  return { total: shown.length, kept: count('kept'), pending: count('pending') };
}

/** How a job begins if no server may be asked before a person wants it. The reader offers the pictures one by one. */
export const NOT_ASKED = { state: 'refused', reason: 'needs-access' } as const;

/**
 * Queues the pictures of the text in front, in the transaction that writes the text, so that no article is kept without
 * its queue. Call it after the metadata were written.
 * - Kept pictures stay kept; pictures of older texts alone stay with them.
 * - New ones begin as `begun` says: with its time alone they wait to be asked for. With `NOT_ASKED` waiting and refused
 *   ones stay as they are; else they are tried anew.
 */
export async function queuePictures(
  transaction: WriteTransaction,
  articleId: string,
  article: Pick<Article, 'html' | 'leadImage'>,
  begun: Pick<PictureJob, 'queuedAt'> & Partial<typeof NOT_ASKED>,
): Promise<void> {
  const store = transaction.objectStore('pictureJobs');
  const before = new Map((await store.getAll(keysOfArticle(articleId))).map((job) => [job.url, job]));
  const wanted = new Set(listPictures(article));
  for (const [url, job] of before) {
    if (!wanted.has(url) && isShown(job)) await store.put({ ...job, shown: false });
  }
  for (const url of wanted) {
    const job = before.get(url);
    const stays = job?.state === 'kept' || begun.state === 'refused';
    await store.put(job && stays ? { ...job, shown: true } : { ...newJob(articleId, url), ...begun });
  }
  if (before.size + wanted.size > 0) await recountPictures(transaction, articleId);
}

const newJob = (articleId: string, url: string): Omit<PictureJob, 'queuedAt'> => ({
  articleId,
  url,
  state: 'pending',
  reason: null,
  hash: null,
  attempts: 0,
  shown: true,
});
