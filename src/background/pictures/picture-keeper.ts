import type { PictureReport } from '../../messaging/protocol.ts';
import { normaliseUrl } from '../../model/normalise-url.ts';
import { RectoError } from '../../model/recto-error.ts';
import { PICTURES_SCRIPT } from '../../platform/injected-scripts.ts';
import { callInPage, injectFiles } from '../../platform/run-in-page.ts';
import { listenForWaking, wakeLater } from '../../platform/wake-later.ts';
import type { BackgroundLibrary } from '../background-library.ts';
import { pictureOutcomes } from './picture-outcomes.ts';
import { requeueRefused } from './requeue-refused.ts';

/** Name of the alarm by which a queue goes on whose page or worker has gone. */
const PICTURES_ALARM = 'pictures';

/** So long a page may take over its pictures before the background sees to those it has not told of. */
const PAGE_TIME_MS = 50_000;
/** The alarm comes after it; browsers allow half a minute at least. */
const ALARM_MINUTES = 1;

/** Long enough after the start that what woke the worker has been done. */
const START_DELAY_MS = 3000;

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
  const { settle, take } = pictureOutcomes(library);
  let working: Promise<void> | null = null;
  /** Whoever asks while the queue is being left finds it looked at once more. */
  let isAsked = false;

  async function begin(articleId: string, tabId: number): Promise<void> {
    const waiting = await pictures.pending(articleId);
    if (waiting.length === 0) return;
    await wakeLater(PICTURES_ALARM, ALARM_MINUTES);
    const urls = waiting.map(({ url }) => url);
    try {
      await injectFiles(tabId, [PICTURES_SCRIPT]);
      await callInPage(tabId, readInPage, articleId, urls);
    } catch {
      // The page went away, or is closed to scripts: no one is left who could read them there.
      for (const picture of waiting) await settle(picture);
    }
  }

  async function report(told: PictureReport, pageUrl: string): Promise<void> {
    const [article] = await library.metadata([told.articleId]);
    if (!article || normaliseUrl(article.url) !== normaliseUrl(pageUrl))
      throw new RectoError('bad-message', 'a page may tell of its own pictures only');
    await take(told, article.url);
  }

  async function goOn(): Promise<void> {
    isAsked = true;
    working ??= workOff().finally(() => {
      working = null;
    });
    await working;
  }

  async function workOff(): Promise<void> {
    while (isAsked) {
      isAsked = false;
      for (;;) {
        const now = Date.now();
        const next = await pictures.next(now - PAGE_TIME_MS, now);
        if (next === null) break;
        await settle(next);
      }
      if ((await pictures.countPending()) > 0) await wakeLater(PICTURES_ALARM, ALARM_MINUTES);
    }
  }

  async function askAgain(articleId: string, urls: string[] | null): Promise<string[]> {
    const sites = await requeueRefused(library, articleId, urls);
    // The receipt tells what came of it; what is left is gone on with at the next start.
    void goOn().catch(() => undefined);
    return sites;
  }

  return { begin, report, goOn, askAgain };
}

/** Runs in the page. */
function readInPage(articleId: string, urls: string[]): void {
  globalThis.rectoPictures?.read(articleId, urls);
}

/** Goes on with the picture queue when the worker starts and when its alarm rings. */
export function listenForPictures(keeper: PictureKeeper): void {
  const goOn = () => void keeper.goOn().catch(() => undefined);
  listenForWaking(PICTURES_ALARM, goOn);
  setTimeout(goOn, START_DELAY_MS);
}
