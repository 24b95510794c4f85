/**
 * `npm run -s extract < pages.jsonl > articles.jsonl`, or `npm run extract -- page.html --url URL`: what the extension
 * makes of stored pages. Stdout holds the result alone; everything else goes to stderr. Pages that cannot be read are
 * error lines; the exit code tells only whether the command itself worked.
 */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { ensureBrowsers } from './ensure-browsers.ts';
import { ensureBuild } from './ensure-build.ts';
import { extractPage } from './extraction/extract-page.ts';
import { locateFile } from './extraction/locate-file.ts';
import { mapInOrder } from './extraction/map-in-order.ts';
import { PageReader } from './extraction/page-reader.ts';
import { printArticle } from './extraction/print-article.ts';
import { readRequests } from './extraction/read-requests.ts';
import { findBrowser } from './find-browser.ts';
import { notStarted } from './not-started.ts';
import { numberOf } from './number-of.ts';
import { readArguments } from './read-arguments.ts';

const USAGE = `npm run -s extract < pages.jsonl > articles.jsonl   lines of {"id", "url", "file"}
npm run extract -- page.html --url URL              one page, to read in the terminal
`;

/** Pages read at the same time: as many as the smallest machine has cores. */
const WIDTH = 2;

const { file, address } = readArguments(
  USAGE,
  { allowPositionals: true, options: { url: { type: 'string' } } },
  ({ values: { url }, positionals: [page, second] }) => {
    if (second !== undefined)
      throw new Error(`One file at a time, not "${second}" as well: name many in lines of JSON`);
    if (page !== undefined && !existsSync(locateFile(page))) throw new Error(`There is no file "${page}"`);
    if (page === undefined && process.stdin.isTTY) throw new Error('Name a file, or give lines of JSON on stdin');
    if (page === undefined && url !== undefined)
      throw new Error('--url goes with one file, which has to be named as well');
    if (url !== undefined && !URL.canParse(url)) throw new Error(`"${url}" is no address: begin it with https://`);
    return { file: page, address: url };
  },
);

ensureBrowsers(['chromium']);
const reader = new PageReader(await ensureBuild('chromium'));
await reader.version().catch((error: unknown) => {
  process.stderr.write(`${notStarted(findBrowser('chromium'), error)}\n`);
  process.exit(1);
});
if (file === undefined) await extractLines();
else await extractOne(file);
await reader.close();

async function extractLines(): Promise<void> {
  const start = Date.now();
  const tally = { pages: 0, errors: 0 };
  const report = (): void => {
    const seconds = (Date.now() - start) / 1000;
    process.stderr.write(
      `${numberOf(tally.pages, 'page')}, ${numberOf(tally.errors, 'error')}, ${seconds.toFixed(0)} s\n`,
    );
  };
  const results = mapInOrder(readRequests(process.stdin), WIDTH, async (request) =>
    'error' in request ? request : extractPage(reader, request),
  );
  for await (const result of results) {
    tally.pages += 1;
    if ('error' in result) tally.errors += 1;
    if (!process.stdout.write(`${JSON.stringify(result)}\n`)) await once(process.stdout, 'drain');
    if (tally.pages % 50 === 0) report();
  }
  report();
}

async function extractOne(path: string): Promise<void> {
  const url = address ?? `https://page.example/${encodeURIComponent(path)}`;
  const result = await extractPage(reader, { id: path, url, file: path });
  if ('error' in result) {
    process.stderr.write(`${result.error.code}: ${result.error.message}\n`);
    process.exitCode = 1;
  } else process.stdout.write(printArticle(result.article, process.stdout.columns ?? 80));
}
