import type { Handlers } from '../../messaging/listen.ts';
import { isOwnNetwork } from '../../model/is-own-network.ts';
import { siteOf } from '../../model/site.ts';
import { mayFetch } from '../../platform/picture-access.ts';
import type { BackgroundLibrary } from '../background-library.ts';
import type { PictureKeeper } from '../pictures/picture-keeper.ts';
import { fetchWebPage } from './fetch-web-page.ts';

type FetchHandlers = Pick<Handlers, Extract<keyof Handlers, `fetch.${string}`>>;

/** What the messages do by which the library tab has the pages of saved links fetched, and tells what it read in them. */
export function fetchHandlers(library: BackgroundLibrary, pictures: PictureKeeper): FetchHandlers {
  return {
    async 'fetch.page'({ id }) {
      const [link] = await library.metadata([id]);
      if (link?.kind !== 'link' || link.place === 'deleted') return { kind: 'settled' };
      const site = siteOf(link.url);
      if (site === null || isOwnNetwork(site)) {
        await library.endFetch(id, 'not-article');
        return { kind: 'settled' };
      }
      if (!(await mayFetch(link.url))) return { kind: 'no-access' };
      const page = await fetchWebPage(link.url);
      return page === null ? { kind: 'no-answer' } : { kind: 'page', page };
    },
    async 'fetch.keep'({ id, article }) {
      await library.keepFetched(id, article);
      void pictures.goOn().catch(() => undefined);
    },
    'fetch.end': ({ id, end }) => library.endFetch(id, end),
  };
}
