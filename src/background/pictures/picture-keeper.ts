import type { PictureReport } from '../../messaging/protocol.ts';
import { leadsIntoOwnNetwork } from '../../model/leads-into-own-network.ts';
import { normaliseUrl } from '../../model/normalise-url.ts';
import { RectoError } from '../../model/recto-error.ts';
import { PICTURES_SCRIPT } from '../../platform/injected-scripts.ts';
import { mayFetch, pictureOrigin } from '../../platform/picture-access.ts';
import { callInPage, injectFiles } from '../../platform/run-in-page.ts';
import { wakeLater } from '../../platform/wake-later.ts';
import type { PendingPicture } from '../../storage/pictures/picture-queue.ts';
import type { PictureToKeep } from '../../storage/pictures/settle-picture.ts';
import type { BackgroundLibrary } from '../background-library.ts';
import { fetchForArticle } from './fetch-for-article.ts';
import { PictureFailure } from './picture-failure.ts';
import { preparePicture } from './prepare-picture.ts';
import { widestPicture } from './widest-picture.ts';

/** Name of the alarm by which a queue goes on whose page or worker has gone. */
export const PICTURES_ALARM = 'pictures';

/** So long a page may take over its pictures before the background sees to those it has not told of. */
const PAGE_TIME_MS = 50_000;
/** The alarm comes after it; browsers allow half a minute at least. */
const ALARM_MINUTES = 1;

/** Works the persisted picture queue. Nothing of it is in memory: a worker that ends loses nothing. */
export interface PictureKeeper {
  /** Lets the page read the pictures of the article that was just kept from it. */
  begin(articleId: string, tabId: number): Promise<void>;
  /** Takes what the page could read. */
  report(report: PictureReport, pageUrl: string): Promise<void>;
  /** Sees to every picture that waits and that no page is busy with. To be run at worker start, by the alarm, and when access was given. */
  goOn(): Promise<void>;
  /** Puts refused pictures back into the queue and gives the sites that have to be allowed first. */
  askAgain(articleId: string, urls: string[] | null): Promise<string[]>;
}

/** Works the queue of `library`; everything it knows is read from there each time. */
export function pictureKeeper(library: BackgroundLibrary): PictureKeeper {
  const { pictureQueue: pictures } = library;
  let working: Promise<void> | null = null;

  async function begin(articleId: string, tabId: number): Promise<void> {
    const waiting = await pictures.pending(articleId);
    if (waiting.length === 0) return;
    await wakeLater(PICTURES_ALARM, ALARM_MINUTES);
    const urls = waiting.map(({ url }) => url);
    try {
      await injectFiles(tabId, [PICTURES_SCRIPT]);
      await callInPage(tabId, readInPage, articleId, urls);
    } catch {
      for (const picture of waiting) await settle(picture);
    }
  }

  async function report({ articleId, url, picture, problem, size }: PictureReport, pageUrl: string): Promise<void> {
    const [article] = await library.metadata([articleId]);
    if (!article || normaliseUrl(article.url) !== normaliseUrl(pageUrl))
      throw new RectoError('bad-message', 'a page may tell of its own pictures only');
    const waiting = { articleId, url, size };
    if (picture === null) {
      const isTried = leadsIntoOwnNetwork(url, article.url) || (await mayFetch(url));
      return isTried ? settle(waiting) : pictures.refuse(waiting, problem ?? 'refused', size);
    }
    await attempt(waiting, (prepare) => prepare(picture));
  }

  async function goOn(): Promise<void> {
    working ??= workOff().finally(() => {
      working = null;
    });
    await working;
  }

  async function workOff(): Promise<void> {
    for (;;) {
      const now = Date.now();
      const next = await pictures.next(now - PAGE_TIME_MS, now);
      if (next === null) break;
      await settle(next);
    }
    if ((await pictures.countPending()) > 0) await wakeLater(PICTURES_ALARM, ALARM_MINUTES);
  }

  /** Fetches a picture where that is allowed; its job has an outcome afterwards, whatever happens. */
  async function settle(picture: PendingPicture): Promise<void> {
    const [article] = await library.metadata([picture.articleId]);
    const articleUrl = article?.url ?? '';
    // An article may come from anybody, and what answers in the person's own network may do things when it is asked.
    if (leadsIntoOwnNetwork(picture.url, articleUrl)) return pictures.refuse(picture, 'no-answer');
    if (!(await mayFetch(picture.url))) return pictures.refuse(picture, 'needs-access');
    await attempt(picture, (prepare) => fetchForArticle(picture.url, articleUrl, prepare));
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

  async function askAgain(articleId: string, urls: string[] | null): Promise<string[]> {
    const [article] = await library.metadata([articleId]);
    const { refused } = await library.pictureReceipt(articleId);
    const wanted = refused
      .map(({ url }) => url)
      .filter((url) => (urls === null || urls.includes(url)) && !leadsIntoOwnNetwork(url, article?.url ?? ''));
    const open: string[] = [];
    const closed = new Set<string>();
    for (const url of wanted) {
      if (await mayFetch(url)) open.push(url);
      else closed.add(pictureOrigin(url) ?? '');
    }
    if (open.length > 0) await pictures.requeue(articleId, open);
    void goOn().catch(() => undefined);
    closed.delete('');
    return [...closed];
  }

  return { begin, report, goOn, askAgain };
}

/** Runs in the page. */
function readInPage(articleId: string, urls: string[]): void {
  globalThis.rectoPictures?.read(articleId, urls);
}

const problemOf = (thrown: unknown) => {
  if (thrown instanceof PictureFailure) return thrown.problem;
  return thrown instanceof RectoError && thrown.code === 'quota' ? 'quota' : 'no-answer';
};
