import type { PictureReport } from '../../messaging/protocol.ts';
import { leadsIntoOwnNetwork } from '../../model/address/leads-into-own-network.ts';
import { normaliseUrl } from '../../model/address/normalise-url.ts';
import { siteOf } from '../../model/address/site.ts';
import { RectoError } from '../../model/errors/recto-error.ts';
import { listPictures } from '../../model/pictures/list-pictures.ts';
import { browser } from '../../platform/browser.ts';
import { mayFetch, originOfAddress } from '../../platform/host-access.ts';
import { PICTURES_SCRIPT } from '../../platform/injected-scripts.ts';
import { listenForPicturePorts } from '../../platform/picture-port.ts';
import { callInPage, injectFiles } from '../../platform/run-in-page.ts';
import type { BackgroundLibrary } from '../background-library.ts';
import { pictureOutcomes } from './picture-outcomes.ts';

/** The alarm by which the queue goes on when its page or worker is gone. */
const PICTURES_ALARM = 'pictures';

/** How long a page may take over its pictures before the background handles those that it has not reported. */
const PAGE_TIME_MS = 50_000;

/** Later than that; browsers allow no less than half a minute. */
const ALARM_MINUTES = 1;

/** The delay after which the task that woke the worker is done. */
const START_DELAY_MS = 3000;

/** Works through the persisted picture queue. Nothing of it is in memory, so a worker that ends loses nothing. */
export interface PictureKeeper {
  /** Lets the page read the pictures of the article that was just kept from it. */
  begin(articleId: string, tabId: number): Promise<void>;
  /** Fetches the pictures of an article that its page, which is gone or done, has not reported. */
  takeOver(articleId: string): Promise<void>;
  /** Takes what the page could read. */
  report(report: PictureReport, pageUrl: string): Promise<void>;
  /**
   * Handles every waiting picture that no page is busy with. Run at worker start, by the alarm, and when access was
   * given.
   */
  resume(): Promise<void>;
  /** Puts refused pictures back into the queue, and gives the sites that must be allowed first. */
  retryRefused(articleId: string, urls: string[] | null): Promise<string[]>;
}

/** Works through the queue of `library`, reading everything from there each time. */
export function pictureKeeper(library: BackgroundLibrary): PictureKeeper {
  const { pictureQueue: pictures } = library;
  const { settle, take } = pictureOutcomes(library);
  let working: Promise<void> | null = null;
  /** A call while the queue is being left makes it look once more. */
  let isAsked = false;

  async function begin(articleId: string, tabId: number): Promise<void> {
    const waiting = await pictures.pending(articleId);
    if (waiting.length === 0) return;
    await wakeLater();
    const urls = waiting.map(({ url }) => url);
    try {
      await injectFiles(tabId, [PICTURES_SCRIPT]);
      await callInPage(tabId, readInPage, articleId, urls);
    } catch {
      // The page is gone, or closed to scripts: nobody can read the pictures there.
      for (const picture of waiting) await settle(picture);
    }
  }

  async function takeOver(articleId: string): Promise<void> {
    for (const picture of await pictures.pending(articleId)) await settle(picture);
  }

  async function report(told: PictureReport, pageUrl: string): Promise<void> {
    const [article] = await library.metadata([told.articleId]);
    if (!article || !mayTell(pageUrl, article.url))
      throw new RectoError('bad-message', 'a page may tell of its own pictures only');
    await take(told, article.url);
  }

  async function resume(): Promise<void> {
    isAsked = true;
    working ??= workOff();
    await working;
  }

  async function workOff(): Promise<void> {
    try {
      while (isAsked) {
        isAsked = false;
        await settleAll();
        if ((await pictures.countPending()) > 0) await wakeLater();
      }
    } finally {
      // In the same turn as the last look at `isAsked`, so that anyone who asks after it begins anew.
      working = null;
    }
  }

  async function settleAll(): Promise<void> {
    for (;;) {
      const now = Date.now();
      const next = await pictures.next(now - PAGE_TIME_MS, now);
      if (next === null) return;
      await settle(next);
    }
  }

  async function retryRefused(articleId: string, urls: string[] | null): Promise<string[]> {
    const sites = await requeueRefused(library, articleId, urls);
    // The receipt shows the outcome. What is left goes on at the next start.
    void resume().catch(() => undefined);
    return sites;
  }

  return { begin, takeOver, report, resume, retryRefused };
}

/**
 * Whether a page at one address may report about the article that was read at another. A page that has gone on without
 * loading, for example while the next article is scrolled into view, still reads the pictures of the one before; it
 * then stays at its origin. Files have no origin.
 */
function mayTell(pageUrl: string, articleUrl: string): boolean {
  if (normaliseUrl(pageUrl) === normaliseUrl(articleUrl)) return true;
  return siteOf(articleUrl) !== null && URL.canParse(pageUrl) && new URL(pageUrl).origin === new URL(articleUrl).origin;
}

/** Runs in the page. */
function readInPage(articleId: string, urls: string[]): void {
  globalThis.rectoPictures?.read(articleId, urls);
}

/**
 * Resumes the picture queue at worker start and when its alarm rings, and takes over what a page leaves of it. Call it in
 * the first turn of the background.
 */
export function listenForPictures(keeper: PictureKeeper): void {
  const resume = () => void keeper.resume().catch(() => undefined);
  browser.alarms?.onAlarm.addListener(({ name }) => {
    if (name === PICTURES_ALARM) resume();
  });
  // What cannot be fetched now waits for the alarm.
  listenForPicturePorts((articleId) => void keeper.takeOver(articleId).catch(() => undefined));
  setTimeout(resume, START_DELAY_MS);
}

/**
 * Puts those refused pictures of an article back into the queue that may be fetched, and gives the sites to which
 * access is needed for the others. `urls` names the wanted pictures, which may belong to an older text only; null means
 * all of the text in front. Kept pictures whose bytes are lost count as refused.
 */
async function requeueRefused(library: BackgroundLibrary, articleId: string, urls: string[] | null): Promise<string[]> {
  const saved = await library.open(articleId);
  const named = new Set(urls ?? (saved?.article ? listPictures(saved.article) : []));
  const wanted = (await library.openPictures(articleId))
    .filter(({ state, url }) => state === 'refused' && named.has(url))
    .map(({ url }) => url)
    .filter((url) => !leadsIntoOwnNetwork(url, saved?.metadata.url ?? ''));
  const open: string[] = [];
  const closed = new Set<string>();
  for (const url of wanted) {
    if (await mayFetch(url)) open.push(url);
    else closed.add(originOfAddress(url) ?? '');
  }
  if (open.length > 0) await library.pictureQueue.requeue(articleId, open);
  closed.delete('');
  return [...closed];
}

/** Wakes the background once, later, even if the worker has ended by then. A second call moves the time. */
async function wakeLater(): Promise<void> {
  await browser.alarms?.create(PICTURES_ALARM, { delayInMinutes: ALARM_MINUTES });
}
