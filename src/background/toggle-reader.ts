import { showReason } from '../platform/action-icon.ts';
import type { TabInfo } from '../platform/active-tab.ts';
import { isOverlayOpen, toggleOverlay } from '../platform/overlay-in-tab.ts';
import { isWelcomePage } from '../platform/own-pages.ts';
import { BUSY_MS } from '../platform/unless-busy.ts';
import { withinDeadline } from '../platform/within-deadline.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { isRepeat } from './ignore-repeats.ts';
import { noteCalled } from './note-called.ts';

/** Opens the reader in the page, or closes it; says why where the page cannot be read. */
export async function toggleReader(tab: TabInfo, library: BackgroundLibrary): Promise<void> {
  if (isWelcomePage(tab.url) || isRepeat(`toggle ${tab.id}`)) return;
  const outcome = await toggleOverlay(tab.id);
  if (!outcome.ok) await showReason(tab.id, tab.windowId, outcome.error.code);
  // The article is there to be read without the library; what is wrong with that, Save tells.
  else if (outcome.open) await noteCalled(tab.id, library).catch(() => undefined);
}

/** "Read this page": opens the reader and leaves it open. Throws `timeout` when the page is too busy to say whether it is. */
export async function openReader(tab: TabInfo, library: BackgroundLibrary): Promise<void> {
  if (!(await withinDeadline(isOverlayOpen(tab.id), BUSY_MS))) await toggleReader(tab, library);
}
