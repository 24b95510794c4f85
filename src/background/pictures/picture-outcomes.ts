import type { PictureReport } from '../../messaging/protocol.ts';
import { leadsIntoOwnNetwork } from '../../model/address/leads-into-own-network.ts';
import { RectoError } from '../../model/errors/recto-error.ts';
import { mayFetch } from '../../platform/host-access.ts';
import { readSettings } from '../../platform/settings-source.ts';
import type { PendingPicture } from '../../storage/pictures/library-pictures.ts';
import type { PictureToKeep } from '../../storage/pictures/settle-picture.ts';
import type { BackgroundLibrary } from '../background-library.ts';
import { fetchForArticle } from './fetch-for-article.ts';
import { PictureFailure, preparePicture } from './prepare-picture.ts';

/** Gives waiting pictures their outcome: kept, or refused with the reason. */
interface PictureOutcomes {
  /**
   * Fetches a picture if that is allowed, only once even if it is wanted several times meanwhile: a page may report
   * that it could not read a picture and disappear at the same time. Whatever happens, the picture's job has an outcome
   * afterwards.
   */
  settle(picture: PendingPicture): Promise<void>;
  /** Takes what the article's page could read. The rest is fetched where that is allowed. */
  take(report: PictureReport, articleUrl: string): Promise<void>;
}

/** Outcomes for the queue of `library`. Throws `RectoError` with a code of storage where one cannot be written. */
export function pictureOutcomes(library: BackgroundLibrary): PictureOutcomes {
  const { pictureQueue: pictures } = library;

  const underWay = new Map<string, Promise<void>>();

  function settle(picture: PendingPicture): Promise<void> {
    const key = `${picture.articleId} ${picture.url}`;
    const settling = underWay.get(key) ?? fetchAllowed(picture).finally(() => underWay.delete(key));
    underWay.set(key, settling);
    return settling;
  }

  async function fetchAllowed(picture: PendingPicture): Promise<void> {
    const [article] = await library.metadata([picture.articleId]);
    const articleUrl = article?.url ?? '';
    // Anybody may have written an article, and a request to the person's own network may have effects there.
    if (leadsIntoOwnNetwork(picture.url, articleUrl)) return pictures.refuse(picture, 'no-answer');
    if (!(await mayFetch(picture.url))) return pictures.refuse(picture, 'needs-access');
    await attempt(picture, (prepare) => fetchForArticle(picture.url, articleUrl, prepare));
  }

  async function take(report: PictureReport, articleUrl: string): Promise<void> {
    const { articleId, url, picture, problem, size } = report;
    const waiting = { articleId, url, size };
    if (picture === null) {
      const isTried = leadsIntoOwnNetwork(url, articleUrl) || (await mayFetch(url));
      return isTried ? settle(waiting) : pictures.refuse(waiting, problem ?? 'refused', size);
    }
    await attempt(waiting, (prepare) => prepare(new Blob([picture])));
  }

  async function attempt(
    picture: PendingPicture,
    get: (prepare: (blob: Blob) => Promise<PictureToKeep>) => Promise<PictureToKeep>,
  ): Promise<void> {
    try {
      const options = { expected: picture.size, widest: await widestPicture() };
      await pictures.keep(picture, await get((blob) => preparePicture(blob, options)));
    } catch (thrown) {
      await pictures.refuse(picture, problemOf(thrown), picture.size);
    }
  }

  return { settle, take };
}

const problemOf = (thrown: unknown) => {
  if (thrown instanceof PictureFailure) return thrown.problem;
  return thrown instanceof RectoError && thrown.code === 'quota' ? 'quota' : 'no-answer';
};

/** Width in pixels to which wider pictures are scaled down; null when they are kept as they are. */
async function widestPicture(): Promise<number | null> {
  const { pictureWidth } = await readSettings();
  return pictureWidth === 0 ? null : pictureWidth;
}
