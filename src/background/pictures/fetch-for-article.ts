import { leadsIntoOwnNetwork } from '../../model/leads-into-own-network.ts';
import { LARGEST_PICTURE, type PictureProblem } from '../../model/picture.ts';
import { browser } from '../../platform/browser.ts';
import type { PictureToKeep } from '../../storage/pictures/settle-picture.ts';
import { readAtMost } from '../read-at-most.ts';
import { PictureFailure } from './prepare-picture.ts';

/** Less than the 30 s after which browsers end an idle worker. */
const DEADLINE_MS = 20_000;

/** Answers of servers that guard their pictures against other sites. */
const GUARDED: readonly PictureProblem[] = ['refused', 'substitute', 'not-a-picture', 'gone'];

/**
 * Fetches a picture of the article at `articleUrl` and prepares it: first without saying from where, which most servers
 * take, and when that is refused as the article's page itself would ask. Throws `PictureFailure`, the first one's when the
 * second try brings nothing either.
 */
export async function fetchForArticle(
  url: string,
  articleUrl: string,
  prepare: (blob: Blob) => Promise<PictureToKeep>,
): Promise<PictureToKeep> {
  try {
    return await prepare(await fetchPicture(url, articleUrl));
  } catch (thrown) {
    const referrer = referrerOf(articleUrl, url);
    const isGuarded = thrown instanceof PictureFailure && GUARDED.includes(thrown.problem);
    if (!isGuarded || referrer === null || !canSetReferrer()) throw thrown;
    const again = () => withReferrer(new URL(url).hostname, referrer, () => fetchPicture(url, articleUrl, 'reload'));
    return inTurn(async () => prepare(await again())).catch(() => {
      throw thrown;
    });
  }
}

/**
 * Asks a server for a picture of the article at `articleUrl`: without cookies, and without saying from where. Throws
 * `PictureFailure`. Stops reading at `LARGEST_PICTURE`, whatever length the server claims. Where a server redirects is known
 * only once that was asked, too: what came from the person's own network then is not read.
 */
async function fetchPicture(url: string, articleUrl: string, cache: RequestCache = 'default'): Promise<Blob> {
  const signal = AbortSignal.timeout(DEADLINE_MS);
  try {
    const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', cache, signal });
    if (leadsIntoOwnNetwork(response.url, articleUrl)) {
      await response.body?.cancel();
      throw new PictureFailure('no-answer', 'redirected to the own network');
    }
    if (!response.ok) throw new PictureFailure(problemOf(response.status), `status ${response.status}`);
    return await readAll(response);
  } catch (thrown) {
    if (thrown instanceof PictureFailure) throw thrown;
    throw new PictureFailure('no-answer', String(thrown), { cause: thrown });
  }
}

const problemOf = (status: number): PictureProblem => {
  if (status === 404 || status === 410) return 'gone';
  return status >= 500 || status === 429 ? 'no-answer' : 'refused';
};

async function readAll(response: Response): Promise<Blob> {
  if (Number(response.headers.get('content-length') ?? 0) > LARGEST_PICTURE) throw new PictureFailure('too-large');
  const parts = await readAtMost(response, LARGEST_PICTURE);
  if (parts === null) throw new PictureFailure('too-large');
  return new Blob(parts);
}

/**
 * What a browser tells a picture's server of the page by default: the whole address within one site, elsewhere only the
 * site, and nothing from https to http (https://w3c.github.io/webappsec-referrer-policy/#referrer-policy-strict-origin-when-cross-origin).
 */
export function referrerOf(articleUrl: string, pictureUrl: string): string | null {
  if (!URL.canParse(articleUrl) || !URL.canParse(pictureUrl)) return null;
  const [article, picture] = [new URL(articleUrl), new URL(pictureUrl)];
  if (!/^https?:$/.test(article.protocol)) return null;
  if (article.protocol === 'https:' && picture.protocol !== 'https:') return null;
  article.hash = '';
  article.username = '';
  article.password = '';
  return article.origin === picture.origin ? article.href : `${article.origin}/`;
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other: there is one rule. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work);
  last = mine.catch(() => undefined);
  return mine;
}

/** One fetch at a time goes under a rule, so one number does. */
const RULE_ID = 1;

/** The host of Recto's own origin, by which a rule tells our requests from everybody else's. */
const ownHost = (): string => new URL(browser.runtime.getURL('')).hostname;

/** Whether a fetch can say where its picture is shown; not in browsers without the interface. */
export const canSetReferrer = (): boolean => browser.declarativeNetRequest?.updateSessionRules !== undefined;

/**
 * Runs `fetching` while requests of Recto's own background to `host` carry `referrer`. `fetch` itself takes no referrer of
 * another site, so a session rule sets it. Requests of tabs, of pages' service workers and of other extensions are not of
 * our initiator, and are left alone. The rule goes when the fetch has ended, and with the session at the latest.
 */
export async function withReferrer<T>(host: string, referrer: string, fetching: () => Promise<T>): Promise<T> {
  await browser.declarativeNetRequest.updateSessionRules({
    removeRuleIds: [RULE_ID],
    addRules: [
      {
        id: RULE_ID,
        action: {
          type: 'modifyHeaders',
          requestHeaders: [{ header: 'referer', operation: 'set', value: referrer }],
        },
        condition: {
          requestDomains: [host],
          initiatorDomains: [ownHost()],
          resourceTypes: ['xmlhttprequest'],
          tabIds: [-1],
        },
      },
    ],
  });
  try {
    return await fetching();
  } finally {
    await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [RULE_ID] });
  }
}
