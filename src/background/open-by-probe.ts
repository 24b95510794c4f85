import type { MessageSender } from '../messaging/message-sender.ts';
import { siteOf } from '../model/site.ts';
import { isOverlayOpen, toggleOverlay } from '../platform/overlay-in-tab.ts';
import { readSiteSettings } from '../platform/site-settings.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { noteCalled } from './note-called.ts';

/** Opens the reader in the page a probe speaks of, if that site is still to be opened always and the page is an article. */
export async function openByProbe(sender: MessageSender, library: BackgroundLibrary): Promise<void> {
  const site = siteOf(sender.url);
  if (sender.tabId === null || site === null) return;
  if (!(await readSiteSettings(site)).alwaysOpen || (await isOverlayOpen(sender.tabId))) return;
  const outcome = await toggleOverlay(sender.tabId, { onlyArticle: true });
  if (outcome.ok && outcome.open) await noteCalled(sender.tabId, library);
}
