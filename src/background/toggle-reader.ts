import type { MessageSender } from '../messaging/listen.ts';
import { siteOf } from '../model/address/site.ts';
import { showReason } from '../platform/action-icon.ts';
import type { TabInfo } from '../platform/active-tab.ts';
import { isOverlayOpen, toggleOverlay, toggleOverlayOnce } from '../platform/overlay-in-tab.ts';
import { isWelcomePage, openTry } from '../platform/own-pages.ts';
import { BUSY_MS } from '../platform/run-in-page.ts';
import { readSiteSettings } from '../platform/site-settings.ts';
import { withinDeadline } from '../platform/within-deadline.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { isRepeat } from './is-repeat.ts';
import { noteCalled } from './note-called.ts';

/** Opens the reader in the page, or closes it; says why where the page cannot be read. */
export async function toggleReader(tab: TabInfo, library: BackgroundLibrary): Promise<void> {
  // That page has an article of its own to show.
  if (isWelcomePage(tab.url)) return openTry(tab.id);
  if (isRepeat(`toggle ${tab.id}`)) return;
  const outcome = await toggleOverlayOnce(tab.id);
  if (!outcome) return;
  if (!outcome.ok) await showReason(tab.id, tab.windowId, outcome.error.code);
  // The article can be read without the library. If that fails, Save will say so.
  else if (outcome.open) await noteCalled(tab.id, library).catch(() => undefined);
}

/** "Read this page": opens the reader and leaves it open. Throws `timeout` when the page is too busy to say whether it is. */
export async function openReader(tab: TabInfo, library: BackgroundLibrary): Promise<void> {
  if (!(await withinDeadline(isOverlayOpen(tab.id), BUSY_MS))) await toggleReader(tab, library);
}

/** Opens the reader in the page that a probe reports, if its site still always opens and the page is an article. */
export async function openByProbe(sender: MessageSender, library: BackgroundLibrary): Promise<void> {
  const site = siteOf(sender.url);
  if (sender.tabId === null || site === null) return;
  if (!(await readSiteSettings(site)).alwaysOpen || (await isOverlayOpen(sender.tabId))) return;
  const outcome = await toggleOverlay(sender.tabId, { onlyArticle: true });
  if (outcome.ok && outcome.open) await noteCalled(sender.tabId, library);
}
