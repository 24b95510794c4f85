import type { WishKind, WishOf } from '../model/permission-wish.ts';
import { siteOfOrigin } from '../model/site.ts';
import { keepFetchRun } from '../platform/fetch-run.ts';
import { alwaysOpen } from './always-open.ts';
import type { PictureKeeper } from './pictures/picture-keeper.ts';

type WishHandlers = {
  [Kind in WishKind]?: (wish: WishOf<Kind>, keeper: PictureKeeper) => Promise<void>;
};

/** What is done for each kind of wish once the access it needs is there. */
export const WISH_HANDLERS: WishHandlers = {
  'keep-pictures': async ({ articleId }, keeper) => void (await keeper.askAgain(articleId, null)),
  'fetch-articles': () => keepFetchRun({ startedAt: Date.now(), paused: false }),
  'always-open': async ({ origins }) => {
    const sites = origins.map(siteOfOrigin).filter((site) => site !== null);
    for (const site of sites) await alwaysOpen(site);
  },
};
