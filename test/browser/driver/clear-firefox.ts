import { GECKO_ID } from '../../../scripts/build/firefox-manifest.ts';
import type { FirefoxChrome } from './firefox-chrome.ts';
import { UUIDS } from './firefox-profile.ts';

/**
 * Removes Recto from a running Firefox with all it has stored, closes all tabs but a new, empty one, and lets the next
 * Recto be installed at `uuid`: at another address it inherits nothing of what is being deleted.
 */
export async function clearFirefox(chrome: FirefoxChrome, uuid: string): Promise<void> {
  // Turns to the first tab: the window that a command runs in may not be closed by it.
  await chrome.command(null, 'WebDriver:GetWindowHandles');
  await chrome.run(
    `const first = window;
     for (const view of Services.wm.getEnumerator('navigator:browser')) if (view !== first) view.close();
     // A popup whose panel is open would stand over the next tab.
     for (const panel of first.document.querySelectorAll('panel:has(browser.webextension-popup-browser)')) panel.hidePopup();
     first.focus();
     const blank = first.gBrowser.addTrustedTab('about:blank');
     first.gBrowser.selectedTab = blank;
     first.gBrowser.removeAllTabsBut(blank, { skipPermitUnload: true, skipWarnAboutClosingTabs: true, animate: false });`,
  );
  await chrome.run(
    `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
     const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
     const addon = await AddonManager.getAddonByID(args[0]);
     await addon.uninstall();
     // Firefox leaves the popup's view behind, and shows it in place of that of the next Recto, which has the same id.
     for (const { document } of Services.wm.getEnumerator('navigator:browser'))
       for (const view of document.querySelectorAll('panelview[id^="PanelUI-webext-"]')) view.remove();
     await ExtensionPermissions.removeAll(args[0]);
     Services.cookies.removeAll();
     Services.prefs.setStringPref(args[1], JSON.stringify({ [args[0]]: args[2] }));`,
    GECKO_ID,
    UUIDS,
    uuid,
  );
}
