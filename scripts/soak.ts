/**
 * `npm run soak -- [--kills 1000] [--gigabytes 5]`: what takes too long for `npm test`. The browsers are killed during saves,
 * half of the times each; a disk is filled to the last byte (a small mount, which needs root on Linux); a library of many
 * gigabytes is opened. Everything that is printed goes to `soak.log` too.
 */
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowsers } from './ensure-browsers.ts';
import { ensureBuild } from './ensure-build.ts';

const ROOT = join(import.meta.dirname, '..');
const LOG = join(ROOT, 'soak.log');
const { values: options } = parseArgs({
  options: { kills: { type: 'string', default: '1000' }, gigabytes: { type: 'string', default: '5' } },
});

ensureBrowsers(['chromium', 'firefox', 'virtualDisplay']);
writeFileSync(LOG, '');

function say(line: string): void {
  console.log(line);
  appendFileSync(LOG, `${line}\n`);
}

/** Runs one file of the vitest project of a browser and gives whether it passed; lines without an escape go to the log. */
function run(project: string, file: string, env: Record<string, string>): Promise<boolean> {
  const child = spawn(join(ROOT, 'node_modules/.bin/vitest'), ['run', '--project', project, file], {
    cwd: ROOT,
    env: { ...process.env, ...env, NO_COLOR: '1', FORCE_COLOR: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      for (const line of text.split('\n'))
        if (line.trim() !== '' && !line.startsWith('std')) say(line.replaceAll(ROOT, '.'));
    });
  }
  return new Promise((resolve) => child.once('exit', (code) => resolve(code === 0)));
}

/** A file system of a given size, or null where none can be mounted. */
function mountSmall(megabytes: number): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'recto-small-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status === 0;
  if (mounted) return folder;
  rmSync(folder, { recursive: true });
  return null;
}

const results: [string, boolean | null][] = [];
const kills = Math.ceil(Number(options.kills) / 2);
for (const browser of ['chromium', 'firefox'] as const) {
  ensureBuild(browser);
  if (kills > 0) {
    say(`── ${browser}: killed ${kills} times`);
    results.push([
      `${browser}, ${kills} kills`,
      await run(browser, 'test/browser/killed.test.ts', { RECTO_KILLS: String(kills) }),
    ]);
  }
  say(`── ${browser}: a full disk`);
  const small = mountSmall(browser === 'chromium' ? 96 : 160);
  if (small === null) say('skipped: no small file system can be mounted here (it needs root on Linux)');
  else {
    mkdirSync(join(small, 'profile'));
    const env = { RECTO_SMALL_DISK: join(small, 'profile') };
    results.push([`${browser}, full disk`, await run(browser, 'test/browser/full-disk.test.ts', env)]);
    spawnSync('umount', ['-l', small]);
    rmSync(small, { recursive: true, force: true });
  }
}
if (Number(options.gigabytes) > 0) {
  say(`── chromium: a library of ${options.gigabytes} GB`);
  const env = { RECTO_GIGABYTES: options.gigabytes };
  results.push([`${options.gigabytes} GB`, await run('chromium', 'test/browser/large-library.test.ts', env)]);
}
for (const [name, passed] of results) say(`${passed ? 'passed' : 'FAILED'}  ${name}`);
process.exit(results.every(([, passed]) => passed) ? 0 : 1);
