import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Extension, Page, Target } from 'puppeteer-core';
import type { BrowserDriver, LaunchOptions, Popup, Tab } from './browser-driver.ts';
import { buildOf } from './build-of.ts';
import { downloadsOf, launchChromium, loadExtension } from './chromium-launch.ts';
import { ChromiumPopup } from './chromium-popup.ts';
import { ChromiumTab } from './chromium-tab.ts';
import { openWindow } from './chromium-windows.ts';
import { clearChromium } from './clear-chromium.ts';
import { closeWelcome } from './close-welcome.ts';
import { focusWindowOnDisplay, pressKeyOnDisplay } from './press-key-on-display.ts';
import { PATIENCE, waitUntil } from './wait-until.ts';

/**
 * For half a second Chromium accepts no answer to its question (`InputEventActivationProtector`), and nothing that can
 * be seen from outside tells when it does. In milliseconds.
 */
const QUESTION_PAUSE = 1200;
/** How long an accepted answer may take to have an effect, in ms. An answer that was not accepted is given again. */
const ANSWER_PATIENCE = 3000;
/**
 * How long a page may take to have the focus of its window, in ms. A page that cannot have it gets the shortcut all the
 * same.
 */
const FOCUS_PATIENCE = 2000;

const BUILD = buildOf('chromium');

/** Chromium with Recto, driven over the DevTools pipe and, on a virtual display, by real key presses. */
export class ChromiumDriver implements BrowserDriver {
  readonly name = 'chromium';
  #browser: Browser;
  #extension: Extension;
  readonly #start: (recto: string) => Promise<Browser>;
  readonly #display: string | null;
  readonly #rest: Rest;
  readonly #tabs = new WeakMap<Page, ChromiumTab>();

  private constructor(browser: Browser, extension: Extension, start: (recto: string) => Promise<Browser>, rest: Rest) {
    this.#browser = browser;
    this.#extension = extension;
    this.#start = start;
    this.#display = rest.display;
    this.#rest = rest;
  }

  static async launch(options: LaunchOptions = {}): Promise<ChromiumDriver> {
    const display = process.env['RECTO_DISPLAY'] ?? null;
    const headless = options.headless ?? display === null;
    const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'recto-chromium-'));
    const recto = options.extension ?? BUILD;
    const companions = options.companion === undefined ? [] : [options.companion];
    const start = (folder: string): Promise<Browser> =>
      launchChromium({ ...options, extensions: [folder, ...companions], profile, display, headless });
    const browser = await start(recto);
    const rest = { display: headless ? null : display, profile, keepsProfile: options.profile !== undefined, recto };
    return new ChromiumDriver(browser, await findExtension(browser), start, rest);
  }

  get origin(): string {
    return `chrome-extension://${this.#extension.id}`;
  }

  /** For measurements that need more of DevTools than the common interface gives. */
  get puppeteer(): Browser {
    return this.#browser;
  }

  async open(url: string, where: 'tab' | 'window' | 'private-window' = 'tab'): Promise<Tab> {
    if (where === 'tab') {
      const page = await this.#browser.newPage();
      await page.goto(url);
      return this.#tab(page);
    }
    const page = await openWindow(this.#browser, this.#extension, url, where === 'private-window');
    return this.#tab(page);
  }

  openRecto(page: string): Promise<Tab> {
    const [name = '', hash] = page.split('#');
    return this.open(`${this.origin}/src/${name}/${name}.html${hash === undefined ? '' : `#${hash}`}`);
  }

  async waitForTab(part: string): Promise<Tab> {
    const page = await waitUntil(`a tab at ${part}`, async () => {
      const pages = await this.#browser.pages();
      return pages.find((candidate) => candidate.url().includes(part));
    });
    return this.#tab(page);
  }

  async tabUrls(): Promise<string[]> {
    return (await this.#browser.pages()).map((page) => page.url());
  }

  async pressShortcut(tab: ChromiumTab, command: string, times: number): Promise<void> {
    const keys = await waitUntil(`keys for ${command}`, () => this.#shortcutOf(command));
    if (this.#display === null) return this.#standInForShortcut(tab, command, times);
    await tab.activate();
    const title = await tab.page.title();
    focusWindowOnDisplay(this.#display, title);
    await tab.waitForFocus(FOCUS_PATIENCE);
    pressKeyOnDisplay(this.#display, title, ...Array<string>(times).fill(keys.toLowerCase()));
  }

  /**
   * The question is not a page: only real keys reach it, so without a display it cannot be answered. While it is shown,
   * the page has no focus. Deny is focused first.
   */
  async answerPermission(tab: ChromiumTab, answer: 'allow' | 'deny'): Promise<void> {
    const display = this.#display;
    if (display === null) throw new Error("Chromium's question can be answered on a display only (RECTO_DISPLAY)");
    const stands = () => tab.page.evaluate(() => !document.hasFocus()).catch(() => false);
    await waitUntil("Chromium's question", stands);
    const title = await tab.page.title();
    await pause(QUESTION_PAUSE);
    if (answer === 'allow') pressKeyOnDisplay(display, title, 'Tab');
    await waitUntil('the question has gone', async () => {
      pressKeyOnDisplay(display, title, 'Return');
      return waitUntil('the page has the focus again', async () => !(await stands()), ANSWER_PATIENCE).catch(
        () => false,
      );
    });
  }

  async clickToolbar(tab: ChromiumTab): Promise<void> {
    await tab.activate();
    await tab.page.triggerExtensionAction(this.#extension);
  }

  async pressToolbar(tab: ChromiumTab): Promise<Popup> {
    await this.clickToolbar(tab);
    const target = await this.#browser.waitForTarget((candidate) => this.#isPopup(candidate), { timeout: PATIENCE });
    return ChromiumPopup.of(target, () => this.#browser.targets().includes(target));
  }

  async stopBackground(): Promise<void> {
    const isOurs = (target: Target): boolean =>
      target.type() === 'service_worker' && target.url().startsWith(this.origin);
    const running = this.#browser.targets().filter(isOurs);
    for (const target of running) await (await target.worker())?.close();
    // Another one may be running by now: any message of Recto's pages or the browser to the background starts it again.
    const runs = (target: Target): boolean => this.#browser.targets().includes(target);
    await waitUntil('the service worker has stopped', () => !running.some(runs));
  }

  async installWarnings(): Promise<string[]> {
    const page = await this.openRecto('permission');
    const warnings = await page.evaluate(() =>
      chrome.management.getPermissionWarningsByManifest(JSON.stringify(chrome.runtime.getManifest())),
    );
    await page.close();
    return warnings;
  }

  async renew(extension: string = BUILD): Promise<void> {
    // Chromium derives an extension's id from its folder: one that is installed from another folder inherits nothing of
    // what is being deleted.
    const copy = mkdtempSync(join(tmpdir(), 'recto-renewed-'));
    cpSync(extension, copy, { recursive: true });
    await clearChromium(this.#browser, this.#extension);
    rmSync(this.downloads, { recursive: true, force: true });
    const id = await loadExtension(this.#browser, copy);
    this.#dropCopy();
    this.#rest.recto = copy;
    this.#rest.copied = true;
    // The one that was taken out may still be listed.
    const find = async () => (await this.#browser.extensions()).get(id);
    this.#extension = await waitUntil('the extension is loaded', find);
  }

  async update(): Promise<void> {
    const before = this.#browser.targets();
    const id = await loadExtension(this.#browser, this.#rest.recto);
    this.#extension = await waitUntil('the extension is loaded', async () =>
      (await this.#browser.extensions()).get(id),
    );
    // The worker of before stays in the list, and answers nothing.
    const isNew = (target: Target): boolean => target.type() === 'service_worker' && !before.includes(target);
    await this.#browser.waitForTarget((target) => isNew(target) && target.url().startsWith(this.origin));
  }

  async restart(): Promise<void> {
    await this.#browser.close();
    await this.#startAgain();
  }

  async kill(): Promise<void> {
    const gone = this.ended;
    this.#browser.process()?.kill('SIGKILL');
    await gone;
    await this.#startAgain();
  }

  async #startAgain(): Promise<void> {
    this.#browser = await this.#start(this.#rest.recto);
    this.#extension = await findExtension(this.#browser);
    // Recto is installed again. Its first page would take the focus from what a test has opened meanwhile.
    await closeWelcome(this);
  }

  #dropCopy(): void {
    if (this.#rest.copied) rmSync(this.#rest.recto, { recursive: true, force: true });
  }

  get downloads(): string {
    return downloadsOf(this.#rest.profile);
  }

  get ended(): Promise<void> {
    const browser = this.#browser;
    return new Promise((resolve) => void browser.once('disconnected', () => resolve()));
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#dropCopy();
    if (!this.#rest.keepsProfile) rmSync(this.#rest.profile, { recursive: true, force: true, maxRetries: 3 });
  }

  #tab(page: Page): ChromiumTab {
    const known = this.#tabs.get(page) ?? new ChromiumTab(page, this);
    this.#tabs.set(page, known);
    return known;
  }

  #isPopup(target: Target): boolean {
    return target.url().startsWith(`${this.origin}/src/popup/`);
  }

  /** The keys really set, such as `Alt+R`: Chromium assigns them about a second after the extension was loaded. */
  async #shortcutOf(command: string): Promise<string | undefined> {
    // The last: see `update`.
    const worker = (await this.#extension.workers()).at(-1);
    return worker?.evaluate(
      async (name) => (await chrome.commands.getAll()).find((known) => known.name === name)?.shortcut,
      command,
    );
  }

  /**
   * Without a display no key press reaches the browser's own shortcuts. A toolbar press gives the same grant for the tab
   * (activeTab); the popup it opens is closed and the command event is raised in the worker.
   */
  async #standInForShortcut(tab: ChromiumTab, command: string, times: number): Promise<void> {
    if (command === '_execute_action') return void (await this.pressToolbar(tab));
    const popup = await this.pressToolbar(tab);
    await popup.close();
    for (let time = 0; time < times; time += 1) await this.#raiseCommand(command);
  }

  /** Raises a command's event in the worker, which must be running. */
  async #raiseCommand(command: string): Promise<void> {
    const worker = await waitUntil('a service worker', async () => (await this.#extension.workers()).at(-1));
    await worker.evaluate(async (name) => {
      const [active] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const event = chrome.commands.onCommand as unknown as { dispatch(name: string, tab: unknown): void };
      event.dispatch(name, active);
    }, command);
  }
}

interface Rest {
  display: string | null;
  profile: string;
  keepsProfile: boolean;
  /** Folder that Recto was installed from. */
  recto: string;
  /** The folder is a copy of ours. */
  copied?: boolean;
}

async function findExtension(browser: Browser): Promise<Extension> {
  return waitUntil('the extension is loaded', async () =>
    [...(await browser.extensions()).values()].find(({ name }) => name !== 'Companion'),
  );
}
