import { browser } from './browser.ts';

/** Address of Chrome's page for keyboard shortcuts; other Chromium browsers lead it to their own. */
const CHROMIUM_SHORTCUTS = 'chrome://extensions/shortcuts';

/**
 * Opens the browser's own page for keyboard shortcuts. Firefox has a call for it since 137 and opens no about: page for
 * an extension; gives false where there is no way, so that the caller can say where the page is.
 */
export async function openShortcutSettings(): Promise<boolean> {
  try {
    if (browser.commands?.openShortcutSettings) await browser.commands.openShortcutSettings();
    else await browser.tabs.create({ url: CHROMIUM_SHORTCUTS });
    return true;
  } catch {
    return false;
  }
}
