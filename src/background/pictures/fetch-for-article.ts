import { leadsIntoOwnNetwork } from '../../model/address/leads-into-own-network.ts';
import { LARGEST_PICTURE, type PictureProblem } from '../../model/pictures/picture.ts';
import { browser } from '../../platform/browser.ts';
import type { PictureToKeep } from '../../storage/pictures/settle-picture.ts';
import { readAtMost } from '../read-at-most.ts';
import { PictureFailure } from './prepare-picture.ts';

/** Browsers end an idle worker after 30 s. */
const DEADLINE_MS = 20_000;

/** Answers of servers that refuse their pictures to other sites. */
const GUARDED: readonly PictureProblem[] = ['refused', 'substitute', 'not-a-picture', 'gone'];

/**
 * Fetches and prepares a picture of the article at `articleUrl`: first without a referrer, which most servers accept,
 * and if that is refused, with the referrer that the article's page would send. Throws `PictureFailure`; the first one
 * when the second try fails, too.
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
 * Fetches a picture of the article at `articleUrl` without cookies and referrer. Stops at `LARGEST_PICTURE`, whatever
 * length the server claims. A redirect is known only after it was followed; an answer from the person's own network is
 * then not read. Throws `PictureFailure`.
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
 * The referrer that a browser sends by default with a request for a picture: the whole address within one site,
 * elsewhere only the origin, and nothing from https to http
 * (https://w3c.github.io/webappsec-referrer-policy/#referrer-policy-strict-origin-when-cross-origin).
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

/** One after the other, since there is one rule. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work);
  last = mine.catch(() => undefined);
  return mine;
}

/** Only one fetch at a time uses a rule, so one number is enough. */
const RULE_ID = 1;

/** The host of Recto's own origin, by which the rule recognises our requests. */
const ownHost = (): string => new URL(browser.runtime.getURL('')).hostname;

/** Whether fetches can set a referrer; not in browsers without the interface. */
const canSetReferrer = (): boolean => browser.declarativeNetRequest?.updateSessionRules !== undefined;

/**
 * Runs `fetching` while requests of Recto's own background to `host` carry `referrer`. `fetch` itself takes no referrer
 * of another site, so a session rule sets it. Requests of tabs, of pages' service workers and of other extensions have
 * other initiators, and are left alone. The rule is removed after the fetch, or with the session at the latest.
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
