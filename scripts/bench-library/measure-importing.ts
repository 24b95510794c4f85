import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchBrowser } from './bench-browser.ts';
import { sampleMaker } from './sample-maker.ts';

interface ImportTimes {
  /** Seconds from the choice of the file to its preview, and from the press on Import to the report. */
  read: number;
  write: number;
  /** Longest time in ms that the page could do nothing else, in each of the two, and over the list afterwards. */
  pauses: { reading: number; writing: number; list: number };
}

/** Imports a table of made-up links as a person does: by the file button of the settings, preview and all. */
export async function measureImporting(bench: BenchBrowser, rows: number): Promise<ImportTimes> {
  const file = join(tmpdir(), `recto-import-${process.pid}.csv`);
  writeFileSync(file, makeTable(rows));
  const page = await bench.openPage('#settings/import');
  try {
    await page.evaluate(watchPauses);
    const input = await page.waitForSelector('#import input[type=file]');
    const start = Date.now();
    await input?.uploadFile(file);
    await page.waitForSelector('#import .preview');
    const [read, reading] = [Date.now() - start, await page.evaluate(takeLongest)];
    const pressed = Date.now();
    await page.click('#import .preview [data-primary]');
    await page.waitForSelector('#import .facts', { timeout: 300_000 });
    const [write, writing] = [Date.now() - pressed, await page.evaluate(takeLongest)];
    await page.evaluate(() => {
      location.hash = '#list';
    });
    await page.waitForSelector('.row');
    await page.waitForNetworkIdle().catch(() => undefined);
    const list = await page.evaluate(takeLongest);
    return { read: read / 1000, write: write / 1000, pauses: { reading, writing, list } };
  } finally {
    await page.close();
    rmSync(file);
  }
}

/** A table as Pocket writes it. */
function makeTable(rows: number): string {
  const make = sampleMaker();
  const titles = Array.from({ length: 500 }, (_unused, at) => make(3_000_000 + at).title);
  const lines = Array.from({ length: rows }, (_unused, at) => {
    const title = titles[at % titles.length];
    return `"${title} ${at}",https://import${at % 89}.example/${at},${1_600_000_000 + at},tag${at % 7}|sea,unread`;
  });
  return ['title,url,time_added,tags,status', ...lines].join('\n');
}

/** Runs in the page: notes the longest stretch between two timers that are due every few milliseconds. */
function watchPauses(): void {
  const scope = globalThis as unknown as { longestPause: number };
  scope.longestPause = 0;
  let last = performance.now();
  setInterval(() => {
    scope.longestPause = Math.max(scope.longestPause, performance.now() - last);
    last = performance.now();
  }, 5);
}

/** Runs in the page. */
function takeLongest(): number {
  const scope = globalThis as unknown as { longestPause: number };
  const longest = scope.longestPause;
  scope.longestPause = 0;
  return longest;
}
