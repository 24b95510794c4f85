import { rmSync } from 'node:fs';
import puppeteer, { type Browser, type WebWorker } from 'puppeteer-core';
import { RectoError } from '../../src/model/errors/recto-error.ts';
import { findBrowser } from '../find-browser.ts';
import { copyExtension } from './copy-extension.ts';
import { ReadingTab } from './reading-tab.ts';

/** Nothing is fetched: every connection goes to a port where nobody listens, loopback included. */
const OFFLINE = ['--proxy-server=127.0.0.1:9', '--proxy-bypass-list=<-loopback>', '--dns-prefetch-disable'];

const ARGS = [
  '--no-sandbox',
  '--test-type',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--disable-sync',
  '--disable-component-update',
  '--disable-background-networking',
  '--window-size=1280,1024',
  // Pages are read at the address they were given, so no silent change of scheme; and a tab keeps no old pages.
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,BackForwardCache,Translate',
];

/** A headless Chromium with a copy of the built extension that may read every site (see `copyExtension`). */
export class ExtensionBrowser {
  readonly #browser: Browser;
  readonly #copy: string;
  readonly #worker: WebWorker;
  readonly #gone: Promise<never>;
  readonly #removeCopy = (): void => rmSync(this.#copy, { recursive: true, force: true });
  #tabs = 0;

  private constructor(browser: Browser, copy: string, worker: WebWorker) {
    this.#browser = browser;
    this.#copy = copy;
    this.#worker = worker;
    this.#gone = new Promise((_, reject) => {
      browser.once('disconnected', () => reject(new RectoError('tab-gone', 'the browser ended')));
    });
    this.#gone.catch(() => {});
    // A command may end at any moment: its receiver leaves, or Ctrl+C.
    process.once('exit', this.#removeCopy);
  }

  static async launch(dist: string, extra?: Record<string, string>): Promise<ExtensionBrowser> {
    const copy = copyExtension(dist, extra);
    const executablePath = findBrowser('chromium') ?? 'chromium';
    const browser = await puppeteer.launch({
      executablePath,
      pipe: true,
      enableExtensions: [copy],
      args: [...ARGS, ...OFFLINE],
      protocolTimeout: 60_000,
      defaultViewport: null,
    });
    const target = await browser.waitForTarget((found) => found.type() === 'service_worker');
    const worker = await target.worker();
    if (worker === null) throw new Error('the extension has no service worker');
    await untilReady(worker);
    return new ExtensionBrowser(browser, copy, worker);
  }

  get isConnected(): boolean {
    return this.#browser.connected;
  }

  version(): Promise<string> {
    return this.#browser.version();
  }

  /**
   * Opens a tab in a window of its own, so that it counts as visible. Throws when the browser dies meanwhile. A caller
   * that waits for a new tab is otherwise not told, and its page would be read again only after its time was over.
   */
  async openTab(): Promise<ReadingTab> {
    this.#tabs += 1;
    return Promise.race([ReadingTab.open(this.#browser, this.#worker, `tab-${this.#tabs}`), this.#gone]);
  }

  async close(): Promise<void> {
    await this.#browser.close().catch(() => this.#browser.process()?.kill('SIGKILL'));
    process.off('exit', this.#removeCopy);
    this.#removeCopy();
  }
}

/** A worker can be reached a moment before its extension interfaces are there. */
async function untilReady(worker: WebWorker): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await worker.evaluate('globalThis.chrome?.scripting !== undefined'))) {
    if (Date.now() > deadline) throw new Error('the service worker does not start');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
