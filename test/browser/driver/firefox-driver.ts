import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { GECKO_ID } from '../../../scripts/build/firefox-manifest.ts';
import type { BrowserDriver, LaunchOptions, Popup, Tab } from './browser-driver.ts';
import { buildOf } from './build-of.ts';
import { clearFirefox } from './clear-firefox.ts';
import { FirefoxChrome } from './firefox-chrome.ts';
import { FirefoxDocument } from './firefox-document.ts';
import { PRESS_SHORTCUT } from './firefox-keys.ts';
import { FirefoxPopup } from './firefox-popup.ts';
import { type FirefoxProcess, findFreePort, startFirefox } from './firefox-process.ts';
import { downloadsOf, newProfile, packExtension, writeProfile } from './firefox-profile.ts';
import { FirefoxTab } from './firefox-tab.ts';
import { type OpenedTab, openFirefoxTab } from './open-firefox-tab.ts';
import { splitKeyPress } from './split-key-press.ts';
import { waitUntil } from './wait-until.ts';

const BUILD = buildOf('firefox');

/** Firefox names a toolbar button after the extension's id. */
const BUTTON_ID = `${GECKO_ID.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-browser-action`;

/** Firefox with Recto, driven over Marionette; no other program is needed. */
export class FirefoxDriver implements BrowserDriver {
  readonly name = 'firefox';
  readonly #profile: string;
  readonly #options: LaunchOptions;
  #uuid: string;
  #process: FirefoxProcess;
  #chrome: FirefoxChrome;
  readonly #tabs = new Map<string, FirefoxTab>();

  private constructor(process: FirefoxProcess, profile: string, options: LaunchOptions, uuid: string) {
    this.#process = process;
    this.#uuid = uuid;
    this.#chrome = new FirefoxChrome(process.marionette);
    this.#profile = profile;
    this.#options = options;
  }

  static async launch(options: LaunchOptions = {}): Promise<FirefoxDriver> {
    const profile = options.profile ?? newProfile();
    mkdirSync(profile, { recursive: true });
    const uuid = randomUUID();
    const firefox = await start(profile, options, uuid);
    try {
      await installExtension(firefox, options.extension ?? BUILD, profile);
      if (options.companion !== undefined) await installCompanion(firefox, options.companion, profile);
    } catch (error) {
      await firefox.kill();
      throw error;
    }
    return new FirefoxDriver(firefox, profile, options, uuid);
  }

  get origin(): string {
    return `moz-extension://${this.#uuid}`;
  }

  async open(url: string, where: 'tab' | 'window' | 'private-window' = 'tab'): Promise<Tab> {
    const isPrivate = where === 'private-window';
    const tab =
      where === 'tab' ? this.#know(await openFirefoxTab(this.#chrome, url)) : await this.#openWindow(isPrivate);
    await tab.activate();
    await tab.goto(url);
    return tab;
  }

  openRecto(page: string): Promise<Tab> {
    const [name = '', hash] = page.split('#');
    return this.open(`${this.origin}/src/${name}/${name}.html${hash === undefined ? '' : `#${hash}`}`);
  }

  waitForTab(part: string): Promise<Tab> {
    return waitUntil(`a tab at ${part}`, async () => {
      const handles = await this.#chrome.command<string[]>(null, 'WebDriver:GetWindowHandles');
      for (const handle of handles) {
        const tab = await this.#tab(handle);
        const url = await tab.url().catch(() => null);
        // It closed while it was asked, or was known under another number before its page moved to another process.
        if (url === null) this.#tabs.delete(handle);
        else if (url.includes(part)) return tab;
      }
      return null;
    });
  }

  tabUrls(): Promise<string[]> {
    return this.#chrome.run(
      `return [...Services.wm.getEnumerator('navigator:browser')]
         .flatMap((view) => view.gBrowser.browsers.map((browser) => browser.currentURI.spec));`,
    );
  }

  async pressShortcut(tab: FirefoxTab, command: string, times: number): Promise<void> {
    const keys = await waitUntil(`keys for ${command}`, () => this.#shortcutOf(command));
    const { modifiers, key } = splitKeyPress(keys.replace('Ctrl', 'Control'));
    await tab.activate();
    await tab.document.inWindow(PRESS_SHORTCUT, modifiers, key.toLowerCase(), times);
  }

  async clickToolbar(tab: FirefoxTab): Promise<void> {
    await tab.activate();
    await tab.document.inWindow(
      `const { CustomizableUI } = ChromeUtils.importESModule('moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs');
       CustomizableUI.addWidgetToArea(rest[0], 'nav-bar');
       const button = view.document.getElementById(rest[0]);
       (button.querySelector('.unified-extensions-item-action-button') ?? button).click();`,
      BUTTON_ID,
    );
  }

  async pressToolbar(tab: FirefoxTab): Promise<Popup> {
    await this.clickToolbar(tab);
    const browserId = await tab.document.inWindow<number>(
      `const find = () => view.document.querySelector('panel[panelopen] browser.webextension-popup-browser');
       while (!find()?.browserId) await new Promise((resolve) => view.setTimeout(resolve, 10));
       return find().browserId;`,
    );
    const popup = new FirefoxPopup(new FirefoxDocument(this.#chrome, browserId));
    await popup.waitFor(
      () => document.readyState === 'complete' && location.protocol === 'moz-extension:' && location.href,
    );
    return popup;
  }

  async stopBackground(): Promise<void> {
    await this.#chrome.run(
      `const { extension } = WebExtensionPolicy.getByID(args[0]);
       await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });`,
      GECKO_ID,
    );
  }

  async installWarnings(): Promise<string[]> {
    return this.#chrome.run(
      `const { ExtensionData } = ChromeUtils.importESModule('resource://gre/modules/Extension.sys.mjs');
       const { extension } = WebExtensionPolicy.getByID(args[0]);
       const permissions = extension.getRequiredPermissions();
       return ExtensionData.formatPermissionStrings({ permissions, type: 'install' }, {}).msgs;`,
      GECKO_ID,
    );
  }

  async renew(extension: string = BUILD): Promise<void> {
    this.#uuid = randomUUID();
    this.#tabs.clear();
    await clearFirefox(this.#chrome, this.#uuid);
    rmSync(this.downloads, { recursive: true, force: true });
    mkdirSync(this.downloads);
    await installExtension(this.#process, extension, this.#profile);
  }

  async update(): Promise<void> {
    await this.#chrome.run(
      `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
       const addon = await AddonManager.getAddonByID(args[0]);
       await addon.reload();`,
      GECKO_ID,
    );
  }

  /** Offers an update as Firefox's own check does; gives the version that is in place once it is, or the update waits. */
  async offerUpdate(folder: string): Promise<string> {
    const path = join(this.#profile, 'update.xpi');
    packExtension(folder, path);
    return this.#chrome.run(
      `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
       const { FileUtils } = ChromeUtils.importESModule('resource://gre/modules/FileUtils.sys.mjs');
       const install = await AddonManager.getInstallForFile(new FileUtils.File(args[1]));
       await new Promise((resolve, reject) => {
         const done = () => resolve();
         install.addListener({ onInstallPostponed: done, onInstallEnded: done, onInstallFailed: () => reject(new Error('The update failed')) });
         install.install().catch(() => undefined);
       });
       return (await AddonManager.getAddonByID(args[0])).version;`,
      GECKO_ID,
      path,
    );
  }

  /** The version whose background runs, or may be woken; nothing while one is starting. */
  async version(): Promise<string | undefined> {
    return this.#chrome.run(
      `const of = WebExtensionPolicy.getByID(args[0])?.extension;
       return /^(running|stopped)$/.test(of?.backgroundState) ? of.version : undefined;`,
      GECKO_ID,
    );
  }

  async restart(): Promise<void> {
    await this.#process.quit();
    await this.#startAgain();
  }

  async kill(): Promise<void> {
    await this.#process.kill();
    await this.#startAgain();
  }

  async #startAgain(): Promise<void> {
    this.#tabs.clear();
    this.#process = await start(this.#profile, this.#options, this.#uuid);
    this.#chrome = new FirefoxChrome(this.#process.marionette);
    await waitUntil('the extension has started', () =>
      this.#chrome.run('return WebExtensionPolicy.getByID(args[0])?.active;', GECKO_ID),
    );
  }

  get downloads(): string {
    return downloadsOf(this.#profile);
  }

  get ended(): Promise<void> {
    return this.#process.ended;
  }

  async close(): Promise<void> {
    await this.#process.quit();
    if (this.#options.profile === undefined) rmSync(this.#profile, { recursive: true, force: true, maxRetries: 3 });
  }

  async #openWindow(isPrivate: boolean): Promise<FirefoxTab> {
    const how = { type: 'window', focus: true, private: isPrivate };
    const { handle } = await this.#chrome.command<{ handle: string }>(null, 'WebDriver:NewWindow', how);
    return this.#tab(handle);
  }

  async #tab(handle: string): Promise<FirefoxTab> {
    const known = this.#tabs.get(handle);
    if (known !== undefined) return known;
    const { value } = await this.#chrome.command<{ value: number }>(handle, 'WebDriver:ExecuteScript', {
      script: 'return window.browsingContext.browserId;',
      sandbox: 'system',
      newSandbox: true,
      args: [],
    });
    return this.#know({ handle, browserId: value });
  }

  #know({ handle, browserId }: OpenedTab): FirefoxTab {
    const tab = new FirefoxTab(new FirefoxDocument(this.#chrome, browserId), this, handle);
    this.#tabs.set(handle, tab);
    return tab;
  }

  #shortcutOf(command: string): Promise<string | undefined> {
    return this.#chrome.run(
      `const { extension } = WebExtensionPolicy.getByID(args[0]);
       const commands = await extension.shortcuts?.allCommands();
       return commands?.find(({ name }) => name === args[1])?.shortcut;`,
      GECKO_ID,
      command,
    );
  }
}

/**
 * Installs the extension, allowed in private windows. The permission is given first: given afterwards, Firefox restarts
 * the extension in the middle of its `onInstalled`. Firefox ESR and Developer Edition keep an unsigned extension; the
 * others take it until they are closed.
 */
async function installExtension(firefox: FirefoxProcess, folder: string, profile: string): Promise<void> {
  const path = join(profile, 'recto.xpi');
  packExtension(folder, path);
  await new FirefoxChrome(firefox.marionette).run(
    `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
     await ExtensionPermissions.add(args[0], { permissions: ['internal:privateBrowsingAllowed'], origins: [] });`,
    GECKO_ID,
  );
  const install = (temporary: boolean): Promise<unknown> =>
    firefox.marionette.send('Addon:Install', { path, temporary });
  await firefox.marionette.setContext('content');
  await install(false).catch(() => install(true));
}

/** Another extension beside Recto, until the browser is closed. */
async function installCompanion(firefox: FirefoxProcess, folder: string, profile: string): Promise<void> {
  const path = join(profile, 'companion.xpi');
  packExtension(folder, path);
  await firefox.marionette.send('Addon:Install', { path, temporary: true });
}

async function start(profile: string, options: LaunchOptions, uuid: string): Promise<FirefoxProcess> {
  const port = await findFreePort();
  writeProfile(profile, port, options, uuid);
  const firefox = await startFirefox(profile, port, options.headless !== false);
  if (options.headless === false) await followDisplayFocus(firefox);
  return firefox;
}

/**
 * Lets the display decide which window has the focus. Marionette makes Firefox merely act as if it had it, so that it
 * may be driven behind other windows; but then no window is ever told, and none hands its keys to an input method.
 * https://searchfox.org/mozilla-central/source/remote/shared/RecommendedPreferences.sys.mjs
 */
async function followDisplayFocus(firefox: FirefoxProcess): Promise<void> {
  await new FirefoxChrome(firefox.marionette).run("Services.prefs.setBoolPref('focusmanager.testmode', false);");
}
