import type { MessageSender } from '../messaging/listen.ts';
import { originOf, siteOf, siteOfOrigin } from '../model/address/site.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import type { PermissionWish } from '../model/permission-wish.ts';
import { activeTab, findTab } from '../platform/active-tab.ts';
import { keepFetchRun } from '../platform/fetch-run.ts';
import { hasAccess, watchAccess } from '../platform/host-access.ts';
import { askedWishes, openPermissionTab } from '../platform/own-pages.ts';
import { dropWish, keepWish, waitingWishes, wasAllowed } from '../platform/waiting-wishes.ts';
import { alwaysOpen } from './always-open.ts';
import type { PictureKeeper } from './pictures/picture-keeper.ts';

/**
 * Fulfils a wish where the access is there already, and gives true; else keeps the wish and opens the page that asks.
 * Throws `bad-message` when a content script wishes that another site than its own is always opened. Whose article a
 * wish for pictures is of, the caller has checked.
 */
export async function askPermission(
  wish: PermissionWish,
  sender: MessageSender,
  keeper: PictureKeeper,
): Promise<boolean> {
  if (wish.kind === 'always-open') checkOwnSite(wish.origins, sender);
  if (await hasAccess(wish.origins)) {
    await fulfilWish(wish, keeper);
    return true;
  }
  const from = sender.tabId === null ? await activeTab() : await findTab(sender.tabId);
  await openPermissionTab(await keepWish(wish), from);
  return false;
}

function checkOwnSite(origins: string[], sender: MessageSender): void {
  if (sender.isPrivate) throw new RectoError('needs-consent', 'nothing of a private window is kept');
  if (sender.kind !== 'content-script') return;
  const site = siteOf(sender.url);
  if (site === null || origins.length !== 1 || origins[0] !== originOf(site))
    throw new RectoError('bad-message', 'a content script may ask for its own site only');
}

/** One after the other: of two events for one grant, the second finds the wish gone. */
let fulfilling: Promise<void> = Promise.resolve();

/** Fulfils wishes as soon as the browser reports the access, also to a worker that slept meanwhile. */
export function listenForGrants(keeper: PictureKeeper): void {
  watchAccess((change) => {
    // Wishes that cannot be read stay and are looked for at each grant.
    if (change === 'added') fulfilling = fulfilling.then(() => fulfilGranted(keeper)).catch(() => undefined);
  });
}

/**
 * Fulfils the wishes that were granted. A wish is removed before it is fulfilled: a worker that ends in between does
 * not do it again. One whose page was closed without an answer is not fulfilled at all: the access was given for
 * something else.
 */
async function fulfilGranted(keeper: PictureKeeper): Promise<void> {
  for (const { id, wish } of await waitingWishes()) {
    if (!(await hasAccess(wish.origins))) continue;
    // The page closes itself once it is answered.
    const isWished = (await wasAllowed(id)) || (await askedWishes()).includes(id);
    await dropWish(id);
    if (!isWished) continue;
    // The person may be gone. The switch or the receipt shows what was not done, and can be pressed again.
    await fulfilWish(wish, keeper).catch(() => undefined);
  }
}

/** Fulfils a wish; the access must be there. */
async function fulfilWish(wish: PermissionWish, keeper: PictureKeeper): Promise<void> {
  switch (wish.kind) {
    case 'keep-pictures':
      if (wish.urls) await keeper.retryRefused(wish.articleId, wish.urls);
      await keeper.retryRefused(wish.articleId, null);
      return;
    case 'fetch-articles':
      return keepFetchRun({ startedAt: Date.now(), paused: false });
    case 'always-open':
      for (const site of wish.origins.map(siteOfOrigin)) if (site !== null) await alwaysOpen(site);
  }
}
