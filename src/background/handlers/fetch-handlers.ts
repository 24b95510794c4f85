import type { Handlers } from '../../messaging/listen.ts';
import { leadsIntoOwnNetwork } from '../../model/address/leads-into-own-network.ts';
import { siteOf } from '../../model/address/site.ts';
import type { FetchAnswer, WebPage } from '../../model/fetching.ts';
import { mayFetch } from '../../platform/host-access.ts';
import type { BackgroundLibrary } from '../background-library.ts';
import type { PictureKeeper } from '../pictures/picture-keeper.ts';
import { readAtMost } from '../read-at-most.ts';

/** The unknown origin of a list of links. */
const NOWHERE = '';

/** Browsers end an idle worker after 30 s. */
const DEADLINE_MS = 20_000;
/** Bytes; the reader cannot lay out a larger page, and most are under 1 MB. */
const LARGEST_PAGE = 10_000_000;

type FetchHandlers = Pick<Handlers, Extract<keyof Handlers, `fetch.${string}`>>;

/**
 * Handlers of the messages by which the library tab fetches the pages of saved links, and says what it read in them.
 */
export function fetchHandlers(library: BackgroundLibrary, pictures: PictureKeeper): FetchHandlers {
  const refuse = async (id: string): Promise<FetchAnswer> => {
    await library.endFetch(id, 'not-article');
    return { kind: 'settled' };
  };
  return {
    async 'fetch.page'({ id }) {
      const [link] = await library.metadata([id]);
      if (link?.kind !== 'link' || link.place === 'deleted') return { kind: 'settled' };
      if (siteOf(link.url) === null || leadsIntoOwnNetwork(link.url, NOWHERE)) return refuse(id);
      if (!(await mayFetch(link.url))) return { kind: 'no-access' };
      const page = await fetchWebPage(link.url);
      if (page === null) return { kind: 'no-answer' };
      // A redirect is known only after it was followed.
      return leadsIntoOwnNetwork(page.url, NOWHERE) ? refuse(id) : { kind: 'page', page };
    },
    async 'fetch.keep'({ id, article }) {
      await library.keepFetched(id, article);
      // The queue is in storage: what is not fetched now is fetched at the next start.
      void pictures.resume().catch(() => undefined);
      // It is written: that it cannot be looked at must not end the run.
      const [item] = await library.metadata([id]).catch(() => []);
      return item?.kind !== 'link';
    },
    'fetch.end': ({ id, end }) => library.endFetch(id, end),
  };
}

/**
 * Fetches a page without cookies and referrer, as any stranger would. Null when there is no answer in time. Reads only
 * what may be text, and stops at `LARGEST_PAGE`, whatever length the server claims.
 */
async function fetchWebPage(asked: string): Promise<WebPage | null> {
  const signal = AbortSignal.timeout(DEADLINE_MS);
  const headers = { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1' };
  try {
    const response = await fetch(asked, { credentials: 'omit', referrerPolicy: 'no-referrer', headers, signal });
    const type = response.headers.get('content-type') ?? '';
    const isText = response.ok && !/^(?:image|video|audio|font)\/|pdf|octet-stream|zip/i.test(type);
    const parts = isText ? await readAtMost(response, LARGEST_PAGE) : null;
    // A connection that has ended by itself need not be cancelled.
    if (!isText) await response.body?.cancel().catch(() => undefined);
    const body = parts && new Blob(parts, { type: type || 'text/html' });
    return { asked, url: response.url || asked, status: response.status, type, body };
  } catch {
    return null;
  }
}
