import { unwrap } from 'idb';
import { type PictureReceipt, receiptOf, type SavedPicture } from '../../model/picture.ts';
import type { LibraryDatabase, StoredPicture } from '../library-schema.ts';
import { readRecord } from '../read-record.ts';
import { factOf, isShown, jobsOf } from './count-pictures.ts';

/** All pictures of an article, those of its older texts too. One whose bytes are not there any more, or cannot be read, is refused as `missing`. */
export async function readPictures(database: LibraryDatabase, articleId: string): Promise<SavedPicture[]> {
  const transaction = database.transaction(['pictureJobs', 'pictures']);
  const jobs = await transaction.objectStore('pictureJobs').getAll(jobsOf(articleId));
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

/** What became of the pictures that the text in front shows. Their bytes are not looked for. */
export async function readPictureReceipt(database: LibraryDatabase, articleId: string): Promise<PictureReceipt> {
  const jobs = await database.getAll('pictureJobs', jobsOf(articleId));
  return receiptOf(jobs.filter(isShown).map(factOf));
}
