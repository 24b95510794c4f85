import type { PictureProblem, PictureSize } from '../../model/pictures/picture.ts';
import { announceChange } from '../../platform/library-changes.ts';
import { keysOfArticle } from '../key-ranges.ts';
import { type LibraryConnection, withDatabase } from '../library-connection.ts';
import type { LibraryDatabase, PictureJob } from '../library-schema.ts';
import { writeStrictly } from '../write-strictly.ts';
import { isShown, recountPictures } from './picture-jobs.ts';
import { readPictures } from './read-pictures.ts';
import { dropUnused, keepPicture, type PictureKey, type PictureToKeep, refusePicture } from './settle-picture.ts';

/** The persisted picture queue, for the background alone; each change is announced to all windows. */
export interface LibraryPictures {
  /** Pictures of one article that wait. */
  pending(articleId: string): Promise<PendingPicture[]>;
  /**
   * The picture that has waited longest among those queued until `until`, or after `now`, by a clock that was ahead.
   */
  next(until: number, now: number): Promise<PendingPicture | null>;
  countPending(): Promise<number>;
  keep(key: PictureKey, picture: PictureToKeep): Promise<void>;
  refuse(key: PictureKey, problem: PictureProblem, size?: PictureSize | null): Promise<void>;
  /** Puts refused ones back into the queue; gives their addresses. */
  requeue(articleId: string, urls: readonly string[] | null): Promise<string[]>;
}

/** The queue in the database of `connection`. Throws `RectoError` with a code of storage. */
export function libraryPictures(connection: LibraryConnection): LibraryPictures {
  const run = <T>(work: (database: LibraryDatabase) => Promise<T>): Promise<T> => withDatabase(connection, work);
  const changing = async (articleId: string, work: (database: LibraryDatabase) => Promise<boolean>): Promise<void> => {
    if (await run(work)) announceChange({ ids: [articleId] });
  };
  return {
    pending: (articleId) => run((database) => pendingPictures(database, articleId)),
    next: (until, now) => run((database) => nextPending(database, until, now)),
    countPending: () => run(countPending),
    keep: (key, picture) => changing(key.articleId, (database) => keepPicture(database, key, picture)),
    refuse: (key, problem, size) =>
      changing(key.articleId, (database) => refusePicture(database, key, problem, size ?? null)),
    async requeue(articleId, urls) {
      const found = await run((database) => requeuePictures(database, articleId, urls));
      if (found.length > 0) announceChange({ ids: [articleId] });
      return found;
    },
  };
}

/** A picture waiting to be read. */
export interface PendingPicture extends PictureKey {
  /** The size on the page, when known: another picture has another one. */
  size: PictureSize | null;
}

const pendingOf = ({ articleId, url, size }: PictureJob): PendingPicture => ({ articleId, url, size: size ?? null });

/** Pictures of one article that wait. */
export async function pendingPictures(database: LibraryDatabase, articleId: string): Promise<PendingPicture[]> {
  const jobs = await database.getAll('pictureJobs', keysOfArticle(articleId));
  return jobs.filter(({ state }) => state === 'pending').map(pendingOf);
}

/**
 * The picture that has waited longest, queued at `until` or before, or after `now`, by a clock that was ahead then; null when
 * there is none.
 */
export async function nextPending(
  database: LibraryDatabase,
  until: number,
  now: number,
): Promise<PendingPicture | null> {
  const due = IDBKeyRange.bound(['pending', Number.NEGATIVE_INFINITY], ['pending', until]);
  const ahead = IDBKeyRange.bound(['pending', now], ['pending', []], true);
  const index = database.transaction('pictureJobs').store.index('state');
  const job = (await index.get(due)) ?? (await index.get(ahead));
  return job ? pendingOf(job) : null;
}

/** How many pictures of all articles wait. */
export async function countPending(database: LibraryDatabase): Promise<number> {
  return database.countFromIndex('pictureJobs', 'state', IDBKeyRange.bound(['pending'], ['pending', []]));
}

/**
 * Puts refused pictures of an article back into the queue: all that its text shows, or those at `urls`. With them go
 * kept pictures whose bytes are lost. Gives their addresses.
 */
export async function requeuePictures(
  database: LibraryDatabase,
  articleId: string,
  urls: readonly string[] | null,
): Promise<string[]> {
  const read = await readPictures(database, articleId);
  const missing = new Set(read.filter(({ problem }) => problem === 'missing').map(({ url }) => url));
  return writeStrictly(database, ['metadata', 'pictures', 'pictureJobs'], async (transaction) => {
    const store = transaction.objectStore('pictureJobs');
    const jobs = await store.getAll(keysOfArticle(articleId));
    const isWanted = (job: PictureJob) => (urls === null ? isShown(job) : urls.includes(job.url));
    const wanted = jobs.filter((job) => (job.state === 'refused' || missing.has(job.url)) && isWanted(job));
    // At the front of the queue: the person waits for it.
    for (const job of wanted) await store.put({ ...job, state: 'pending', reason: null, hash: null, queuedAt: 0 });
    await dropUnused(
      transaction,
      wanted.map(({ hash }) => hash),
    );
    if (wanted.length > 0) await recountPictures(transaction, articleId);
    return wanted.map(({ url }) => url);
  });
}
