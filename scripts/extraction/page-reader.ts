import { RectoError } from '../../src/model/errors/recto-error.ts';
import { ExtensionBrowser } from './extension-browser.ts';
import type { PageSource } from './page-source.ts';
import type { ReadingTab } from './reading-tab.ts';

/** A page that takes longer than this to be shown and read is given up, in milliseconds. */
const READ_TIMEOUT = 20_000;

/**
 * Reads pages in several tabs of one browser. A tab that hangs or crashes costs its own page only: it is replaced, and
 * so is a browser that dies.
 */
export class PageReader {
  readonly #launch: () => Promise<ExtensionBrowser>;
  #browser: Promise<ExtensionBrowser>;
  readonly #free: ReadingTab[] = [];

  readonly #timeout: number;

  constructor(dist: string, extra?: Record<string, string>, timeout = READ_TIMEOUT) {
    this.#timeout = timeout;
    this.#launch = () => ExtensionBrowser.launch(dist, extra);
    this.#browser = this.#launch();
    this.#browser.catch(() => {});
  }

  /**
   * Shows a page and runs `work` on its tab. May be called as often in parallel as there are cores. When the browser dies,
   * the page is tried once more in a browser of its own, since another page may have killed the first. Throws what `work` throws, and `RectoError`
   * `timeout`, `tab-gone` or `unreadable`.
   */
  async read<T>(url: string, source: PageSource, work: (tab: ReadingTab) => Promise<T>): Promise<T> {
    const browser = await this.#liveBrowser();
    try {
      return await this.#readIn(browser, url, source, work);
    } catch (thrown) {
      if (browser.isConnected) throw thrown;
      return this.#readAlone(url, source, work);
    }
  }

  async version(): Promise<string> {
    return (await this.#browser).version();
  }

  async close(): Promise<void> {
    await (await this.#browser).close();
  }

  async #readAlone<T>(url: string, source: PageSource, work: (tab: ReadingTab) => Promise<T>): Promise<T> {
    const own = await this.#launch();
    try {
      return await inTime(this.#timeout, async () => {
        const tab = await own.openTab();
        await tab.show(url, source);
        return work(tab);
      });
    } finally {
      await own.close();
    }
  }

  async #readIn<T>(
    browser: ExtensionBrowser,
    url: string,
    source: PageSource,
    work: (tab: ReadingTab) => Promise<T>,
  ): Promise<T> {
    let tab: ReadingTab | undefined;
    try {
      const result = await inTime(this.#timeout, async () => {
        tab = this.#free.pop() ?? (await browser.openTab());
        await tab.show(url, source);
        return work(tab);
      });
      if (tab !== undefined) this.#free.push(tab);
      return result;
    } catch (thrown) {
      void tab?.close();
      throw thrown;
    }
  }

  async #liveBrowser(): Promise<ExtensionBrowser> {
    const current = this.#browser;
    const browser = await current;
    if (browser.isConnected) return browser;
    if (this.#browser === current) {
      this.#free.length = 0;
      this.#browser = browser.close().then(this.#launch);
    }
    return this.#browser;
  }
}

async function inTime<T>(ms: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RectoError('timeout', `no answer within ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
