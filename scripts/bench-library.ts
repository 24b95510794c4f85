/**
 * `npm run bench:library -- [--articles 10000] [--rows 50000]`: fills the built extension's library in a fresh Chromium profile with
 * made-up articles and measures saving, searching and listing there. With `--compare 2000` it compares ways of keeping the
 * search index on so many articles instead. Each figure has its goal, and a ratio to a floor
 * measured in the same run, which says more than milliseconds on another machine.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { ensureBuild } from './ensure-build.ts';
import { findBrowser } from './find-browser.ts';

const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    rows: { type: 'string', default: '50000' },
    compare: { type: 'string' },
  },
});
const ARTICLES = Number(options.articles);
const COLD_RUNS = 10;
const IMPORT_ROWS = Number(options.rows);

const executablePath = findBrowser('chromium');
if (executablePath === null) throw new Error('No Chromium found: npm test installs it, or set RECTO_CHROMIUM.');

/** The measuring code with the project's own storage code, as one script. */
async function bundleMeasures(): Promise<string> {
  const entry = join(import.meta.dirname, 'bench-library/measure-in-page.ts');
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

async function launch(profile: string): Promise<{ browser: Browser; address: string }> {
  const browser = await puppeteer.launch({
    executablePath: executablePath as string,
    headless: true,
    pipe: true,
    enableExtensions: [ensureBuild('chromium')],
    userDataDir: profile,
    protocolTimeout: 600_000,
    args: ['--no-first-run', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  return { browser, address: new URL('/src/library/library.html', worker.url()).href };
}

const code = await bundleMeasures();
const profile = mkdtempSync(join(tmpdir(), 'recto-bench-'));
const { browser, address } = await launch(profile);

async function openPage(): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page.evaluate(code);
  return page;
}

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function print(what: string, value: number, unit: string, goal: number | null, ratio?: string): void {
  const verdict = goal === null ? '' : value <= goal ? `goal ≤ ${goal} ${unit}: met` : `goal ≤ ${goal} ${unit}: MISSED`;
  console.log(
    `${what.padEnd(38)} ${value.toFixed(1).padStart(8)} ${unit.padEnd(3)} ${verdict.padEnd(26)} ${ratio ?? ''}`,
  );
}

/** Ends the worker, which holds the database open, as the browser does after 30 seconds. */
async function stopWorker(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

/** The first query of a fresh page with worker and database at rest: alone, and while the list is loading beside it. */
async function coldQueries(hash: string): Promise<number[]> {
  const ms: number[] = [];
  for (let run = 0; run < COLD_RUNS; run += 1) {
    const page = await browser.newPage();
    await stopWorker(page);
    await page.goto(`${address}${hash}`, { waitUntil: 'domcontentloaded' });
    await page.evaluate(code);
    ms.push(await page.evaluate((at) => rectoBench.coldQuery(at), run * 17 + 3));
    await page.close();
  }
  return ms;
}

async function compare(count: number): Promise<void> {
  const page = await openPage();
  const { textBytes } = await page.evaluate((articles) => rectoBench.fill(articles), count);
  for (const { name, write, query, found, bytes } of await page.evaluate((n) => rectoBench.compare(n, 200), count)) {
    const [size, median, p95] = [bytes / textBytes, quantile(query, 0.5), quantile(query, 0.95)];
    const writing = write.length > 0 ? `entry of a save ${quantile(write, 0.5).toFixed(1)} ms` : '';
    const asking = `query ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ${found} of ${query.length} found something`;
    console.log(`${name.padEnd(20)} ${size.toFixed(2)} × the text on disk, ${asking} ${writing}`);
  }
}

async function measureAll(): Promise<void> {
  const page = await openPage();
  const filled = await page.evaluate((count) => rectoBench.fill(count), ARTICLES);
  print(`fill and index ${ARTICLES} articles`, filled.seconds, 's', null);
  const size = await page.evaluate(() => rectoBench.indexBytes());
  const parts = `${size.segments} segments, ${size.blocks} blocks, text ${(filled.textBytes / 1e6).toFixed(1)} MB`;
  print('index', size.bytes / 1e6, 'MB', (3 * filled.textBytes) / 1e6, parts);
  const heapBefore = (await page.metrics()).JSHeapUsedSize ?? 0;
  const warm = await page.evaluate(() => rectoBench.warmQueries(200));
  const scan = await page.evaluate(() => rectoBench.bareScan());
  const p95 = quantile(warm.ms, 0.95);
  print('query, warm, median', quantile(warm.ms, 0.5), 'ms', null, `${warm.hits} of 200 found something`);
  print(
    'query, warm, p95',
    p95,
    'ms',
    50,
    `${(scan / p95).toFixed(0)} × faster than reading all texts (${scan.toFixed(0)} ms)`,
  );
  print('query, warm, slowest', Math.max(...warm.ms), 'ms', null, JSON.stringify(warm.slowest));
  print(
    'heap growth over 200 queries',
    ((await page.metrics()).JSHeapUsedSize ?? 0) / 1e6 - heapBefore / 1e6,
    'MB',
    100,
  );
  const { save, entry } = await page.evaluate(() => rectoBench.saves(40));
  const floor = quantile(await page.evaluate(() => rectoBench.bareWrites(40)), 0.5);
  const saved = quantile(save, 0.5);
  print(
    'save to "Saved", median',
    saved,
    'ms',
    100,
    `${(saved / floor).toFixed(1)} × one bare strict write (${floor.toFixed(1)} ms)`,
  );
  print('save to "Saved", p95', quantile(save, 0.95), 'ms', null);
  print('index entry of a save, p95', quantile(entry, 0.95), 'ms', 50);
  const backup = await page.evaluate(() => rectoBench.backup());
  print('backup of everything, 1,000 pictures', backup.seconds, 's', 30, `${backup.megabytes.toFixed(1)} MB`);
  await page.close();
  const [first, rows]: number[][] = [[], []];
  for (let run = 0; run < COLD_RUNS; run += 1) {
    const fresh = await openPage();
    await fresh.waitForSelector('.row');
    rows?.push(await fresh.evaluate(() => performance.now()));
    first?.push(await fresh.evaluate(() => rectoBench.firstPage()));
    await fresh.close();
  }
  const alone = await coldQueries('#settings');
  print('query, cold, slowest of 10', Math.max(...alone), 'ms', 300, `median ${quantile(alone, 0.5).toFixed(0)} ms`);
  const beside = await coldQueries('');
  const median = quantile(beside, 0.5).toFixed(0);
  print('query, cold, beside the list loading', Math.max(...beside), 'ms', null, `median ${median} ms`);
  print('first 50 of the list, median', quantile(first ?? [], 0.5), 'ms', null);
  print('library tab to its first rows, median', quantile(rows ?? [], 0.5), 'ms', null, 'from the start of navigation');
  // Last, since it makes the library six times as large.
  const other = await openPage();
  const imported = await other.evaluate((count) => rectoBench.importRows(count), IMPORT_ROWS);
  const rate = IMPORT_ROWS / (imported.read + imported.write);
  print(
    `import of ${IMPORT_ROWS} link rows`,
    imported.read + imported.write,
    's',
    IMPORT_ROWS / 500,
    `${rate.toFixed(0)} rows/s`,
  );
  print('longest pause of the page meanwhile', imported.longest, 'ms', null);
  await other.close();
}

try {
  await (options.compare ? compare(Number(options.compare)) : measureAll());
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
