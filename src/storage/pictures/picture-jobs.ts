import type { Article } from '../../model/article.ts';
import { listPictures } from '../../model/list-pictures.ts';
import type { PictureCounts, PictureFact } from '../../model/picture.ts';
import type { PictureJob } from '../library-schema.ts';
import type { WriteTransaction } from '../write-strictly.ts';

/** Every picture job of an article, older texts' included. */
export const jobsOf = (articleId: string): IDBKeyRange => IDBKeyRange.bound([articleId], [articleId, []]);

/** Whether the text in front shows the picture; a job without the mark is from before older texts were told apart. */
export const isShown = (job: PictureJob): boolean => job.shown !== false;

export const factOf = ({ url, state, reason, bytes }: PictureJob): PictureFact => ({
  url,
  state,
  problem: reason,
  bytes: bytes ?? 0,
});

/** Counts the pictures of the text in front and writes that into the article's list entry, in the same transaction. */
export async function recountPictures(transaction: WriteTransaction, articleId: string): Promise<void> {
  const metadata = await transaction.objectStore('metadata').get(articleId);
  if (!metadata) return;
  const pictures = countsOf(await transaction.objectStore('pictureJobs').getAll(jobsOf(articleId)));
  const { pictures: _old, ...rest } = metadata;
  await transaction.objectStore('metadata').put(pictures.total > 0 ? { ...rest, pictures } : rest);
}

/**
 * The same after one picture's job has become `after`, without counting the others: an article of thousands of pictures
 * would be counted as often as it has pictures. Counts that cannot be are made anew: with one below zero the entry would
 * be damaged, and its article gone from the list.
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

/** For `waiting`, where no server may be asked unbidden: they can be asked for one by one in the reader. */
export const NOT_ASKED = { state: 'refused', reason: 'needs-access' } as const;

/**
 * Puts the pictures of the text in front into the queue, in the transaction that writes the text: an article is never
 * kept without its queue. Pictures that are kept already stay so; those that only an older text shows stay with it. Call
 * after the metadata was written. New ones get the state `waiting`; where no server is asked, what waits and what was
 * refused stay as they are, and else they are tried anew.
 */
export async function queuePictures(
  transaction: WriteTransaction,
  articleId: string,
  article: Pick<Article, 'html' | 'leadImage'>,
  now: number,
  waiting: Pick<PictureJob, 'state' | 'reason'> = { state: 'pending', reason: null },
): Promise<void> {
  const store = transaction.objectStore('pictureJobs');
  const before = new Map((await store.getAll(jobsOf(articleId))).map((job) => [job.url, job]));
  const wanted = new Set(listPictures(article));
  for (const [url, job] of before) {
    if (!wanted.has(url) && job.shown !== false) await store.put({ ...job, shown: false });
  }
  for (const url of wanted) {
    const job = before.get(url);
    const stays = job?.state === 'kept' || waiting.state === 'refused';
    await store.put(job && stays ? { ...job, shown: true } : { ...newJob(articleId, url, now), ...waiting });
  }
  if (before.size + wanted.size > 0) await recountPictures(transaction, articleId);
}

const newJob = (articleId: string, url: string, now: number): PictureJob => ({
  articleId,
  url,
  state: 'pending',
  reason: null,
  hash: null,
  queuedAt: now,
  attempts: 0,
  shown: true,
});
