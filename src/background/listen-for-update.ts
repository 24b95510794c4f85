import { browser } from '../platform/browser.ts';
import { isOverlayOpen } from '../platform/overlay-in-tab.ts';

/**
 * Firefox puts an update in place at once, and with it ends all of Recto, the article in front of the person included,
 * unless somebody listens: then it waits for `runtime.reload`, or for the next start of the browser
 * (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/runtime/onUpdateAvailable). Chromium waits by itself
 * until nothing of Recto runs.
 */
export function listenForUpdate(): void {
  if (!browser.runtime.getURL('').startsWith('moz-extension:')) return;
  browser.runtime.onUpdateAvailable.addListener(() => void updateUnlessInUse());
}

async function updateUnlessInUse(): Promise<void> {
  if (!(await isInUse())) browser.runtime.reload();
}

/** Whether a page of Recto, its popup or full view is open anywhere. */
async function isInUse(): Promise<boolean> {
  if (browser.extension.getViews().some((view) => view !== window)) return true;
  const tabs = await browser.tabs.query({ discarded: false });
  const open = await Promise.all(tabs.map(({ id }) => id !== undefined && isOverlayOpen(id)));
  return open.includes(true);
}
