import type { MessageSender } from '../messaging/message-sender.ts';
import type { PermissionWish } from '../model/permission-wish.ts';
import { RectoError } from '../model/recto-error.ts';
import { originOf, siteOf } from '../model/site.ts';
import { activeTab, findTab } from '../platform/active-tab.ts';
import { hasAccess } from '../platform/host-access.ts';
import { openPermissionTab } from '../platform/own-pages.ts';
import { keepWish } from '../platform/permission-wishes.ts';
import { fulfilWish } from './fulfil-wishes.ts';
import type { PictureKeeper } from './pictures/picture-keeper.ts';

/**
 * Does what is wished when the access is already there, and gives true; else keeps the wish and opens the page that
 * asks. A content script may wish its own site to be opened always, and no other; it throws `bad-message` then.
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
