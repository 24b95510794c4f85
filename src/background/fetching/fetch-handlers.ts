import type { Handlers } from '../../messaging/listen.ts';
import type { FetchAnswer } from '../../model/fetching.ts';
import { leadsIntoOwnNetwork } from '../../model/leads-into-own-network.ts';
import { siteOf } from '../../model/site.ts';
import { mayFetch } from '../../platform/picture-access.ts';
import type { BackgroundLibrary } from '../background-library.ts';
import type { PictureKeeper } from '../pictures/picture-keeper.ts';
import { fetchWebPage } from './fetch-web-page.ts';

/** Where a list of links comes from: nobody knows. */
const NOWHERE = '';

type FetchHandlers = Pick<Handlers, Extract<keyof Handlers, `fetch.${string}`>>;

/** What the messages do by which the library tab has the pages of saved links fetched, and tells what it read in them. */
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
      // Where a server redirects is known only once that was asked, too.
      return leadsIntoOwnNetwork(page.url, NOWHERE) ? refuse(id) : { kind: 'page', page };
    },
    async 'fetch.keep'({ id, article }) {
      await library.keepFetched(id, article);
      void pictures.goOn().catch(() => undefined);
    },
    'fetch.end': ({ id, end }) => library.endFetch(id, end),
  };
}
