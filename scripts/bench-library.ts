/**
 * `npm run bench:library -- [--articles 10000] [--rows 50000] [--parts search,save,backup,list,open,import] [--profile FOLDER]`:
 * fills the built extension's library in a fresh Chromium profile with made-up articles and measures saving, searching,
 * listing, opening and importing there. A named profile is kept, and filled once only. With `--compare 2000` it compares
 * ways of keeping the search index on so many articles instead. Each figure has its goal, and a ratio to a floor measured
 * in the same run, which says more than milliseconds on another machine.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBench } from './bench-library/bench-browser.ts';
import { measureImporting } from './bench-library/measure-importing.ts';
import { measureColdOpening, measureOpening } from './bench-library/measure-opening.ts';
import { printFigure, quantile } from './bench-library/print-figure.ts';
import { ensureBrowsers } from './ensure-browsers.ts';
import { numberOf } from './number-of.ts';
import { readArguments } from './read-arguments.ts';
import { wholeNumber } from './whole-number.ts';

/** Importing comes last, since it makes the library six times as large. */
const PARTS = { search, save, backup, list, open, import: importing };
type Part = keyof typeof PARTS;

const USAGE = `npm run bench:library [-- options]
  --articles N      articles in the library, 10000
  --rows N          rows of the import, 50000
  --parts a,b       ${Object.keys(PARTS).join(',')}
  --profile FOLDER  keep the library there, and fill it once only
  --compare N       compare ways of keeping the search index on N articles instead
`;
const OPTIONS = {
  articles: { type: 'string', default: '10000' },
  rows: { type: 'string', default: '50000' },
  parts: { type: 'string', default: Object.keys(PARTS).join(',') },
  profile: { type: 'string' },
  compare: { type: 'string' },
} as const;
const options = readArguments(USAGE, { options: OPTIONS }, ({ values }) => ({
  articles: wholeNumber('articles', values.articles, 1),
  rows: wholeNumber('rows', values.rows, 1),
  parts: values.parts.split(',').map((name): Part => {
    if (name in PARTS) return name as Part;
    throw new Error(`--parts knows ${Object.keys(PARTS).join(', ')}, not ${name}`);
  }),
  profile: values.profile,
  compare: values.compare === undefined ? null : wholeNumber('compare', values.compare, 1),
}));
const COLD_RUNS = 10;

ensureBrowsers(['chromium']);
const isFilled = options.profile !== undefined && existsSync(options.profile);
const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'recto-bench-'));
const bench = await launchBench(profile);
const { browser, library, openPage } = bench;

/** The first query of a fresh page with worker and database at rest: alone, and while the list is loading beside it. */
async function coldQueries(hash: string): Promise<number[]> {
  const ms: number[] = [];
  for (let run = 0; run < COLD_RUNS; run += 1) {
    const page = await browser.newPage();
    await bench.stopWorker(page);
    await page.goto(`${library}${hash}`, { waitUntil: 'domcontentloaded' });
    await bench.prepare(page);
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

async function fill(): Promise<void> {
  const page = await openPage();
  const filled = await page.evaluate((count) => rectoBench.fill(count), options.articles);
  printFigure(`fill and index ${numberOf(options.articles, 'article')}`, filled.seconds, 's', null);
  const size = await page.evaluate(() => rectoBench.indexBytes());
  const parts = `${numberOf(size.segments, 'segment')}, ${numberOf(size.blocks, 'block')}, text ${(filled.textBytes / 1e6).toFixed(1)} MB`;
  printFigure('index', size.bytes / 1e6, 'MB', (3 * filled.textBytes) / 1e6, parts);
  await page.close();
}

async function search(): Promise<void> {
  const page = await openPage();
  const heap = async () => ((await page.metrics()).JSHeapUsedSize ?? 0) / 1e6;
  const before = await heap();
  const warm = await page.evaluate(() => rectoBench.warmQueries(200));
  const after = await heap();
  const scan = await page.evaluate(() => rectoBench.bareScan());
  const p95 = quantile(warm.ms, 0.95);
  printFigure('query, warm, median', quantile(warm.ms, 0.5), 'ms', null, `${warm.hits} of 200 found something`);
  const faster = `${(scan / p95).toFixed(0)} × faster than reading all texts (${scan.toFixed(0)} ms)`;
  printFigure('query, warm, p95', p95, 'ms', 50, faster);
  printFigure('query, warm, slowest', Math.max(...warm.ms), 'ms', null, JSON.stringify(warm.slowest));
  printFigure('heap growth over 200 queries', after - before, 'MB', 100);
  await page.close();
  const alone = await coldQueries('#settings');
  const middle = (values: number[]) => `median ${quantile(values, 0.5).toFixed(0)} ms`;
  printFigure('query, cold, slowest of 10', Math.max(...alone), 'ms', 300, middle(alone));
  const beside = await coldQueries('');
  printFigure('query, cold, beside the list loading', Math.max(...beside), 'ms', null, middle(beside));
}

async function save(): Promise<void> {
  const page = await openPage();
  const { save: times, entry } = await page.evaluate(() => rectoBench.saves(40));
  const floor = quantile(await page.evaluate(() => rectoBench.bareWrites(40)), 0.5);
  const saved = quantile(times, 0.5);
  const ratio = `${(saved / floor).toFixed(1)} × one bare strict write (${floor.toFixed(1)} ms)`;
  printFigure('save to "Saved", median', saved, 'ms', 100, ratio);
  printFigure('save to "Saved", p95', quantile(times, 0.95), 'ms', null);
  printFigure('index entry of a save, p95', quantile(entry, 0.95), 'ms', 50);
  await page.close();
}

async function backup(): Promise<void> {
  const page = await openPage();
  const { seconds, megabytes } = await page.evaluate(() => rectoBench.backup());
  printFigure('backup of everything, 1,000 pictures', seconds, 's', 30, `${megabytes.toFixed(1)} MB`);
  await page.close();
}

async function list(): Promise<void> {
  const [first, rows]: [number[], number[]] = [[], []];
  for (let run = 0; run < COLD_RUNS; run += 1) {
    const fresh = await browser.newPage();
    await fresh.evaluateOnNewDocument(watchFirstRow);
    await fresh.goto(library);
    const found = await fresh.waitForFunction(() => (globalThis as { firstRow?: number }).firstRow);
    rows.push(Number(await found.jsonValue()));
    await bench.prepare(fresh);
    first.push(await fresh.evaluate(() => rectoBench.firstPage()));
    await fresh.close();
  }
  printFigure('first 50 of the list, median', quantile(first, 0.5), 'ms', null);
  printFigure('library tab to its first rows, median', quantile(rows, 0.5), 'ms', 200, 'from the navigation on');
}

/** Runs in the page before anything else. */
function watchFirstRow(): void {
  const watcher = new MutationObserver(() => {
    const row = document.querySelector('.row');
    if (!row || row.getBoundingClientRect().height === 0) return;
    Object.assign(globalThis, { firstRow: performance.now() });
    watcher.disconnect();
  });
  watcher.observe(document, { childList: true, subtree: true });
}

async function open(): Promise<void> {
  const range = (times: number[]) =>
    `${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)} ms, ${numberOf(times.length, 'article')}`;
  const warm = await measureOpening(bench);
  printFigure('open saved, from the press, median', quantile(warm, 0.5), 'ms', 100, range(warm));
  const { articles: cold, floor } = await measureColdOpening(bench);
  const [opened, bare] = [quantile(cold, 0.5), quantile(floor, 0.5)];
  const ratio = `${(opened / bare).toFixed(1)} × a bare file of the extension (${bare.toFixed(0)} ms); ${range(cold)}`;
  printFigure('its address, all at rest, median', opened, 'ms', null, ratio);
}

async function importing(): Promise<void> {
  const { read, write, pauses } = await measureImporting(bench, options.rows);
  const rate = options.rows / (read + write);
  printFigure(
    `import of ${numberOf(options.rows, 'link row')}`,
    read + write,
    's',
    options.rows / 500,
    `${rate.toFixed(0)} rows/s`,
  );
  printFigure('longest pause, reading and preview', pauses.reading, 'ms', 100);
  printFigure('longest pause, writing', pauses.writing, 'ms', 100);
  printFigure('longest pause, the list afterwards', pauses.list, 'ms', null);
}

try {
  if (options.compare !== null) await compare(options.compare);
  else {
    if (!isFilled) await fill();
    for (const name of options.parts) await PARTS[name]();
  }
} finally {
  await browser.close();
  if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
}
