import type { Browser, CDPSession, Page, Protocol, WebWorker } from 'puppeteer-core';
import { RectoError } from '../../src/model/errors/recto-error.ts';
import type { PageSource } from './page-source.ts';

/** After this many milliseconds a page is read although parts of it are still loading. */
const LOAD_PATIENCE = 5_000;

/** The extraction script as the build names it, from the root of the extension. */
export const EXTRACT_SCRIPT = '/src/content/extract.iife.js';

/** Needed beside it for sanitised output. */
export const SANITISE_SCRIPT = '/src/content/sanitise.iife.js';

/** What a script in the page's isolated world gave, and how long it took there. */
export interface Reading {
  /** Milliseconds by the clock, from a page that is laid out, as a person sees it. */
  ms: number;
  /** Milliseconds of processor time that the tab's main thread took for it, whatever else the machine was doing. */
  cpuMs: number;
  outcome: unknown;
}

/** One tab in which pages are shown, one after the other, and read by scripts of the extension. */
export class ReadingTab {
  readonly #page: Page;
  readonly #session: CDPSession;
  readonly #worker: WebWorker;
  readonly #gone: Promise<never>;
  readonly #loaded = new Set<string>();
  #id = 0;
  #pending: { url: string; source: PageSource } | null = null;
  #shown = '';

  private constructor(page: Page, session: CDPSession, worker: WebWorker) {
    this.#page = page;
    this.#session = session;
    this.#worker = worker;
    this.#gone = new Promise((_, reject) => {
      const fail = (): void => reject(new RectoError('tab-gone', 'the tab crashed'));
      page.once('error', fail);
      page.once('close', fail);
      page.browser().once('disconnected', fail);
    });
    this.#gone.catch(() => {});
    session.on('Fetch.requestPaused', (request) => void this.#answer(request).catch(() => {}));
    session.on('Page.lifecycleEvent', ({ name, loaderId }) => {
      if (name === 'load') this.#loaded.add(loaderId);
    });
  }

  /** Opens a tab; `name` must be used once per browser, as a host name. The tab has a window of its own, so it is visible. */
  static async open(browser: Browser, worker: WebWorker, name: string): Promise<ReadingTab> {
    const page = await browser.newPage({ type: 'window' });
    const session = await page.createCDPSession();
    await session.send('Page.enable');
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await session.send('Page.setLifecycleEventsEnabled', { enabled: true });
    // Styles, pictures and the like are refused inside the page, so that nothing waits for them; documents are answered.
    await session.send('Network.enable', { maxTotalBufferSize: 0 });
    await session.send('Network.setBlockedURLs', { urls: ['*.*'] });
    await session.send('Fetch.enable', { patterns: [{ resourceType: 'Document', requestStage: 'Request' }] });
    const tab = new ReadingTab(page, session, worker);
    await tab.#findId(`http://${name}.recto.invalid/`);
    return tab;
  }

  /**
   * Shows a page as if its server had sent it, scripts off. Whatever else it asks for fails. Throws `RectoError`
   * `unreadable` when the browser refuses the address, `tab-gone` when the tab crashes.
   */
  async show(url: string, source: PageSource): Promise<void> {
    const { href, protocol, hostname, pathname } = new URL(url);
    if (!/^https?:$/.test(protocol)) throw new RectoError('restricted', `${protocol} pages are not read`);
    // Chromium closes a tab that gets the store's address from anywhere else.
    const isStore =
      /^chromewebstore\.google\.com\.?$/.test(hostname) || /^chrome\.google\.com\/webstore/.test(hostname + pathname);
    if (isStore) throw new RectoError('restricted-store', 'extensions cannot read the store');
    if (withoutHash(href) === withoutHash(this.#shown)) await this.#navigate('about:blank');
    this.#pending = { url: asRequested(href), source };
    await this.#navigate(href);
    this.#shown = href;
  }

  /** Runs files of the extension in the page's isolated world, then calls `read(options)` of the global they define. */
  async call(files: string[], name: string, options: Record<string, unknown>): Promise<Reading> {
    const layOut = (): void => void document.body?.offsetHeight;
    const read = async (name: string, options: Record<string, unknown>): Promise<unknown> => {
      const start = performance.now();
      const scope = globalThis as unknown as Record<string, { read(options: unknown): unknown }>;
      const outcome = await scope[name]?.read(options);
      return { ms: performance.now() - start, outcome };
    };
    if (files.length > 0) await this.#inPage(`files: ${JSON.stringify(files)}`);
    await this.#inPage(`func: ${layOut}`);
    const before = await this.#cpuTime();
    const reading = await this.#inPage(`func: ${read}, args: ${JSON.stringify([name, options])}`);
    if (!isReading(reading)) throw new RectoError('unreadable', 'the script gave nothing');
    return { ...reading, cpuMs: (await this.#cpuTime()) - before };
  }

  /** Calls `scripting.executeScript` in the extension and gives the result of the top frame. */
  async #inPage(injection: string): Promise<unknown> {
    const expression = `chrome.scripting
      .executeScript({ target: { tabId: ${this.#id} }, injectImmediately: true, ${injection} })
      .then(([frame]) => frame?.result ?? null)`;
    return Promise.race([this.#worker.evaluate(expression), this.#gone]);
  }

  /** Processor time of the tab's main thread so far, in milliseconds. */
  async #cpuTime(): Promise<number> {
    const { metrics } = await Promise.race([this.#session.send('Performance.getMetrics'), this.#gone]);
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  }

  /** Reads the page with the shipped extraction and sanitising scripts. */
  extract(options: Record<string, unknown>): Promise<Reading> {
    return this.call([EXTRACT_SCRIPT, SANITISE_SCRIPT], 'rectoExtract', options);
  }

  /** Runs `work` under the browser's profiler. */
  async profile(work: () => Promise<unknown>): Promise<Protocol.Profiler.Profile> {
    await this.#session.send('Profiler.enable');
    await this.#session.send('Profiler.setSamplingInterval', { interval: 100 });
    await this.#session.send('Profiler.start');
    await work();
    const { profile } = await this.#session.send('Profiler.stop');
    return profile;
  }

  /** The value of an expression in the page's own world. For tests. */
  async evaluate(expression: string): Promise<unknown> {
    const { result } = await this.#session.send('Runtime.evaluate', { expression, returnByValue: true });
    return result.value;
  }

  /** Ends the tab's renderer, or the whole browser, as a page that uses up all memory does. For tests. */
  async crash(what: 'tab' | 'browser'): Promise<never> {
    void this.#session.send(what === 'tab' ? 'Page.crash' : 'Browser.crash').catch(() => {});
    return this.#gone;
  }

  /** Closes the tab without waiting for one that hangs. */
  async close(): Promise<void> {
    await Promise.race([this.#page.close().catch(() => {}), delay(2_000)]);
  }

  /** The extension numbers tabs in its own way, so the tab shows an address that no other tab shows and is looked up. */
  async #findId(address: string): Promise<void> {
    const source = { body: Buffer.from('<title>Recto</title>'), contentType: 'text/html', modified: 0 };
    await this.show(address, source);
    const query = `chrome.tabs.query({ url: ${JSON.stringify(address)} }).then((tabs) => tabs[0]?.id ?? null)`;
    const id = await this.#worker.evaluate(query);
    if (typeof id !== 'number') throw new Error('the extension does not know the tab');
    this.#id = id;
  }

  async #navigate(url: string): Promise<void> {
    this.#loaded.clear();
    const navigation = await Promise.race([this.#session.send('Page.navigate', { url }), this.#gone]);
    if (navigation.errorText !== undefined) throw new RectoError('unreadable', navigation.errorText);
    const { loaderId } = navigation;
    const deadline = Date.now() + LOAD_PATIENCE;
    while (loaderId !== undefined && !this.#loaded.has(loaderId) && Date.now() < deadline) {
      await Promise.race([
        new Promise((resolve) => this.#session.once('Page.lifecycleEvent', resolve)),
        delay(500),
        this.#gone,
      ]);
    }
  }

  /** The page itself is answered from its file; frames and redirections by `meta` get nothing and stay where they are. */
  async #answer({ requestId, request }: Protocol.Fetch.RequestPausedEvent): Promise<void> {
    const pending = this.#pending;
    if (pending === null || asRequested(request.url) !== pending.url) {
      await this.#session.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
      return;
    }
    this.#pending = null;
    await this.#session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: 200,
      responseHeaders: [
        { name: 'Content-Type', value: pending.source.contentType },
        { name: 'Content-Security-Policy', value: pending.source.policy ?? "script-src 'none'" },
      ],
      body: pending.source.body.toString('base64'),
    });
  }
}

const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

const withoutHash = (url: string): string => url.replace(/#.*$/s, '');

/** Browser and Node escape a few characters of an address differently; user name and password are not in a request. */
function asRequested(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  url.hash = '';
  try {
    return decodeURI(url.href);
  } catch {
    return url.href;
  }
}

function isReading(value: unknown): value is Omit<Reading, 'cpuMs'> {
  return (
    typeof value === 'object' && value !== null && 'ms' in value && typeof value.ms === 'number' && 'outcome' in value
  );
}
