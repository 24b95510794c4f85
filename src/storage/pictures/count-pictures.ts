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

function countsOf(jobs: readonly PictureJob[]): PictureCounts {
  const shown = jobs.filter(isShown);
  const count = (state: PictureJob['state']) => shown.filter((job) => job.state === state).length;
  return { total: shown.length, kept: count('kept'), pending: count('pending') };
}
