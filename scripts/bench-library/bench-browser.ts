import { join } from 'node:path';
import puppeteer, { type Browser, type Page, type Target } from 'puppeteer-core';
import { build } from 'vite';
import { ensureBuild } from '../ensure-build.ts';
import { findBrowser } from '../find-browser.ts';

/** A Chromium with the built extension, and the measuring code for its pages. */
export interface BenchBrowser {
  browser: Browser;
  /** Address of the library tab. */
  library: string;
  /** Address of the reader tab, without an article. */
  reader: string;
  /** Opens a library tab with the measuring code in it. */
  openPage(hash?: string): Promise<Page>;
  /** Puts the measuring code into a page of Recto. */
  prepare(page: Page): Promise<void>;
  /** Ends the worker, which holds the database open, as the browser does after 30 seconds. */
  stopWorker(page: Page): Promise<void>;
}

/** Measuring code of the library's bench. */
const LIBRARY_MEASURES = join(import.meta.dirname, 'measure-in-page.ts');

/** Starts it on a profile; `entry` is the measuring code. Throws when there is no Chromium or the build fails. */
export async function launchBench(profile: string, entry = LIBRARY_MEASURES): Promise<BenchBrowser> {
  const executablePath = findBrowser('chromium');
  if (executablePath === null) throw new Error('No Chromium found: npm test installs it, or set RECTO_CHROMIUM.');
  const code = await bundleMeasures(entry);
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    enableExtensions: [await ensureBuild('chromium')],
    userDataDir: profile,
    protocolTimeout: 600_000,
    defaultViewport: { width: 1280, height: 840 },
    args: ['--no-first-run', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  // The page that opens after installing would come to the front, and pages behind it are not drawn.
  const isWelcome = (target: Target) => target.url().includes('/src/welcome/');
  const welcome = await browser.waitForTarget(isWelcome, { timeout: 5000 }).catch(() => null);
  await (await welcome?.page())?.close();
  const library = new URL('/src/library/library.html', worker.url()).href;
  const prepare = async (page: Page): Promise<void> => void (await page.evaluate(code));
  return {
    browser,
    library,
    reader: new URL('/src/reader/reader.html', worker.url()).href,
    prepare,
    async openPage(hash = '') {
      const page = await browser.newPage();
      // When idle, the page creates a sanitiser, and so does the measuring code. Recto's policy allows only one of
      // them.
      await page.setBypassCSP(true);
      await page.goto(library + hash, { waitUntil: 'domcontentloaded' });
      await prepare(page);
      return page;
    },
    async stopWorker(page) {
      const session = await page.createCDPSession();
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await session.detach();
    },
  };
}

/** The measuring code with the project's own storage code, as one script. */
async function bundleMeasures(entry: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'bench' }, target: 'es2023' },
  });
  const [bundle] = Array.isArray(output) ? output : [output];
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : null;
  if (!chunk) throw new Error('The bench was not bundled.');
  return chunk.code;
}
