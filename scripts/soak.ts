/**
 * `npm run soak -- [--kills 1000] [--gigabytes 5] [--browsers chromium,firefox] [--batch 50] [--through "nice -n 10"]`:
 * what takes too long for `npm test`. The browsers are killed during saves, an equal share of the times each, in batches
 * with a fresh profile and a printed seed; a disk is filled to the last byte (a small mount, which needs root on Linux);
 * a library of many gigabytes is filled, opened, killed while saving, and read back. What was found goes to `soak.log`,
 * all that the tests say to `soak-output.log`. Each step runs through the command that `--through` names.
 */
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowsers } from './ensure-browsers.ts';
import { ensureBuild } from './ensure-build.ts';
import { type BrowserName, findBrowser } from './find-browser.ts';
import { numberOf } from './number-of.ts';
import { readArguments } from './read-arguments.ts';
import { wholeNumber } from './whole-number.ts';

const ROOT = join(import.meta.dirname, '..');
const LOG = join(ROOT, 'soak.log');
const OUTPUT = join(ROOT, 'soak-output.log');
const USAGE = `npm run soak [-- options]
  --kills N          kills during saves in all, 1000
  --gigabytes N      size of the library that is filled, 5; 0 leaves that step out
  --browsers a,b     chromium,firefox
  --batch N          kills for each profile, 50
  --through COMMAND  runs each step through it, such as "nice -n 10"
`;
const OPTIONS = {
  kills: { type: 'string', default: '1000' },
  gigabytes: { type: 'string', default: '5' },
  browsers: { type: 'string', default: 'chromium,firefox' },
  batch: { type: 'string', default: '50' },
  through: { type: 'string', default: '' },
} as const;
const { KILLS, BATCH, GIGABYTES, BROWSERS, THROUGH } = readArguments(USAGE, { options: OPTIONS }, ({ values }) => ({
  KILLS: wholeNumber('kills', values.kills, 1),
  BATCH: wholeNumber('batch', values.batch, 1),
  GIGABYTES: wholeNumber('gigabytes', values.gigabytes, 0),
  BROWSERS: values.browsers.split(',').map((name): BrowserName => {
    if (name === 'chromium' || name === 'firefox') return name;
    throw new Error(`--browsers knows chromium and firefox, not ${name}`);
  }),
  THROUGH: values.through,
}));
/** Size in MB of the disk that is filled: an empty profile and some room. */
const SMALL_DISK = { chromium: 96, firefox: 160 };
/** Memory that has to be free for filling a library of gigabytes, in bytes. */
const ENOUGH_MEMORY = 2e9;

interface Result {
  what: string;
  /** Null when it could not be tried. */
  passed: boolean | null;
}

ensureBrowsers(['chromium', 'firefox', 'virtualDisplay']);
writeFileSync(LOG, '');
writeFileSync(OUTPUT, '');

function say(line: string): void {
  console.log(line);
  appendFileSync(LOG, `${line}\n`);
}

/** The first line a program prints. */
function ask(program: string, ...args: string[]): string {
  return spawnSync(program, args, { cwd: ROOT, encoding: 'utf8' }).stdout?.split('\n')[0]?.trim() ?? '';
}

/** Runs one browser test file; says what the test has found, marked with a dot, and all of its output when it failed. */
async function run(what: string, browser: BrowserName, file: string, env: Record<string, string>): Promise<Result> {
  const start = Date.now();
  const vitest = join(ROOT, 'node_modules/.bin/vitest');
  const [program = '', ...args] = [...THROUGH.split(' ').filter(Boolean), vitest, 'run', '--project', browser];
  const child = spawn(program, [...args, `test/browser/${file}.test.ts`], {
    cwd: ROOT,
    env: { ...process.env, ...env, NO_COLOR: '1', FORCE_COLOR: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      output += text;
      appendFileSync(OUTPUT, text);
    });
  }
  const passed = await new Promise<boolean>((resolve) => child.once('exit', (code) => resolve(code === 0)));
  say(`${passed ? 'passed' : 'FAILED'}  ${what}, ${Math.round((Date.now() - start) / 1000)} s`);
  const lines = output.replaceAll(ROOT, '.').split('\n');
  for (const line of lines) if (passed ? line.startsWith('·') : line.trim() !== '') say(`        ${line}`);
  return { what, passed };
}

async function killOften(browser: BrowserName, kills: number): Promise<Result[]> {
  const results: Result[] = [];
  for (let done = 0; done < kills; done += BATCH) {
    const now = Math.min(BATCH, kills - done);
    const what = `${browser}: killed during saves, ${done + 1} to ${done + now} of ${kills}`;
    results.push(await run(what, browser, 'killed', { RECTO_KILLS: String(now) }));
  }
  return results;
}

async function fillDisk(browser: BrowserName): Promise<Result> {
  const what = `${browser}: a disk of ${SMALL_DISK[browser]} MB is filled to the last byte (ENOSPC)`;
  const folder = mkdtempSync(join(tmpdir(), 'recto-small-'));
  const size = `size=${SMALL_DISK[browser]}m`;
  try {
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder]).status !== 0) {
      say(`skipped ${what}: no file system can be mounted here. As root on Linux, \`npm run soak\` mounts a tmpfs.`);
      return { what, passed: null };
    }
    const profile = join(folder, 'profile');
    mkdirSync(profile);
    const result = await run(what, browser, 'full-disk', { RECTO_SMALL_DISK: profile });
    spawnSync('umount', ['-l', folder]);
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fillGigabytes(browser: BrowserName): Promise<Result> {
  const what = `${browser}: 50,000 items and ${GIGABYTES} GB`;
  const { bavail, bsize } = statfsSync(tmpdir());
  if (bavail * bsize < GIGABYTES * 2.5e9 || freemem() < ENOUGH_MEMORY) {
    say(`skipped ${what}: it needs ${GIGABYTES * 2.5} GB of disk for temporary files and 2 GB of free memory`);
    return { what, passed: null };
  }
  return run(what, browser, 'large-library', { RECTO_GIGABYTES: `${GIGABYTES}` });
}

const started = Date.now();
say(`soak of commit ${ask('git', 'rev-parse', '--short', 'HEAD')}, ${new Date().toISOString().slice(0, 16)} UTC`);
say(BROWSERS.map((browser) => ask(findBrowser(browser) ?? browser, '--version')).join(' · '));
const results: Result[] = [];
for (const browser of BROWSERS) await ensureBuild(browser);
for (const browser of BROWSERS) results.push(await fillDisk(browser));
if (GIGABYTES > 0) for (const browser of BROWSERS) results.push(await fillGigabytes(browser));
for (const [at, browser] of BROWSERS.entries()) {
  const share = Math.floor((KILLS + at) / BROWSERS.length);
  results.push(...(await killOften(browser, share)));
}
const count = (passed: boolean | null) => results.filter((result) => result.passed === passed).length;
const minutes = Math.round((Date.now() - started) / 60_000);
say(
  `${numberOf(count(true), 'step')} passed, ${count(false)} failed, ${count(null)} could not be tried; ${numberOf(minutes, 'minute')}`,
);
process.exit(count(false) === 0 ? 0 : 1);
