import { GECKO_ID } from '../../../scripts/build/firefox-manifest.ts';
import type { FirefoxChrome } from './firefox-chrome.ts';
import { UUIDS } from './firefox-profile.ts';

/**
 * Takes Recto out of a running Firefox with all that it kept, closes all tabs but a new, empty one, and has the next Recto
 * installed at `uuid`: at another address it is no heir of what is being deleted.
 */
export async function clearFirefox(chrome: FirefoxChrome, uuid: string): Promise<void> {
  await chrome.run(
    `const [first, ...others] = Services.wm.getEnumerator('navigator:browser');
     for (const view of others) await view.BrowserCommands?.tryToCloseWindow?.() ?? view.close();
     const blank = first.gBrowser.addTrustedTab('about:blank');
     first.gBrowser.selectedTab = blank;
     first.gBrowser.removeAllTabsBut(blank, { skipPermitUnload: true, skipWarnAboutClosingTabs: true, animate: false });`,
  );
  await chrome.run(
    `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
     const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
     const addon = await AddonManager.getAddonByID(args[0]);
     await addon.uninstall();
     await ExtensionPermissions.removeAll(args[0]);
     Services.cookies.removeAll();
     Services.prefs.setStringPref(args[1], JSON.stringify({ [args[0]]: args[2] }));`,
    GECKO_ID,
    UUIDS,
    uuid,
  );
}
