import type { PictureProblem, PictureSize } from '../../model/picture.ts';
import { announceChange } from '../../platform/library-changes.ts';
import type { LibraryConnection } from '../library-connection.ts';
import type { LibraryDatabase } from '../library-schema.ts';
import { withDatabase } from '../with-database.ts';
import { countPending, nextPending, type PendingPicture, pendingPictures, requeuePictures } from './picture-queue.ts';
import { keepPicture, type PictureKey, type PictureToKeep, refusePicture } from './settle-picture.ts';

/** The persisted picture queue, for the background alone; each change is announced to all windows. */
export interface LibraryPictures {
  /** Pictures of one article that wait. */
  pending(articleId: string): Promise<PendingPicture[]>;
  /** The one that has waited longest, queued at `until` or before, or after `now`, by a clock that was ahead then. */
  next(until: number, now: number): Promise<PendingPicture | null>;
  countPending(): Promise<number>;
  keep(key: PictureKey, picture: PictureToKeep): Promise<void>;
  refuse(key: PictureKey, problem: PictureProblem, size?: PictureSize | null): Promise<void>;
  /** Puts refused ones back into the queue; gives their addresses. */
  requeue(articleId: string, urls: readonly string[] | null): Promise<string[]>;
}

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
