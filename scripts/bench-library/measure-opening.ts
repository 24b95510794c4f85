import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { BenchBrowser } from './bench-browser.ts';

const ARTICLES = 20;
/** The list goes on reading for this long after its first rows; a person looks at it before pressing. */
const LIST_MS = 1500;

/** Runs in each page before anything else: notes when a row was pressed, and when an article's text (or that of a bare file) was first laid out. */
function watchOpening(): void {
  addEventListener(
    'click',
    ({ timeStamp }) => sessionStorage.setItem('pressed', String(performance.timeOrigin + timeStamp)),
    true,
  );
  const watcher = new MutationObserver(() => {
    const body = document.querySelector('.page-body:not(:empty), body > pre');
    if (!body || body.getBoundingClientRect().height === 0) return;
    Object.assign(globalThis, { textLaidOut: performance.timeOrigin + performance.now() });
    watcher.disconnect();
  });
  watcher.observe(document, { childList: true, subtree: true });
}

/** Runs in the library: where to press on a row in the middle of the window; null until one is there. */
function findRow(): [number, number] | null {
  for (const title of document.querySelectorAll('[data-id] .row-title')) {
    const { left, top, height } = title.getBoundingClientRect();
    if (top > 250 && top < 600) return [left + 8, top + height / 2];
  }
  return null;
}

/** Waits for the text in the page and gives when it was laid out, in ms since 1970. */
async function laidOut(page: Page): Promise<number> {
  const found = await page.waitForFunction(() => (globalThis as { textLaidOut?: number }).textLaidOut);
  return Number(await found.jsonValue());
}

/** Milliseconds from the press on a row of the list to the article's text laid out, for different articles. */
export async function measureOpening({ browser, library }: BenchBrowser): Promise<number[]> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(watchOpening);
  const times: number[] = [];
  // The first is not counted: the browser has not yet kept the compiled scripts.
  for (let number = 0; number <= ARTICLES; number += 1) {
    await page.goto(library);
    await page.waitForSelector('.row-title');
    await pause(LIST_MS);
    await page.evaluate((down) => scrollTo(0, down), 600 * number);
    const at = await (await page.waitForFunction(findRow)).jsonValue();
    if (at === null) continue;
    await page.mouse.click(...at);
    await page.waitForFunction(() => location.pathname.endsWith('/reader.html'));
    const end = await laidOut(page);
    times.push(end - Number(await page.evaluate(() => sessionStorage.getItem('pressed'))));
  }
  await page.close();
  return times.slice(1);
}

/**
 * Opening times with the worker stopped and no page of Recto open, in milliseconds from the start of the navigation.
 */
interface ColdOpening {
  /** Saved articles, opened by their address. */
  articles: number[];
  /** A file of the extension that the browser itself shows as text: the time that a new process and a document take. */
  floor: number[];
}

/** Opens articles by their addresses when nothing of Recto is running, and a bare file before each. */
export async function measureColdOpening(bench: BenchBrowser): Promise<ColdOpening> {
  const { reader } = bench;
  const list = await bench.openPage('#settings');
  const ids = await list.evaluate((count) => rectoBench.someIds(count), ARTICLES);
  const times: ColdOpening = { articles: [], floor: [] };
  await list.close();
  const bare = new URL('/manifest.json', reader).href;
  for (const id of ids) {
    times.floor.push(await openCold(bench, bare));
    times.articles.push(await openCold(bench, `${reader}#${id}`));
  }
  return times;
}

async function openCold(bench: BenchBrowser, address: string): Promise<number> {
  const page = await bench.browser.newPage();
  await page.evaluateOnNewDocument(watchOpening);
  await bench.stopWorker(page);
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  const end = await laidOut(page);
  const started = await page.evaluate(() => performance.timeOrigin);
  await page.close();
  return end - started;
}
