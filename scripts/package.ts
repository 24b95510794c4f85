import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { ensureBuild } from './ensure-build.ts';
import { readArguments } from './read-arguments.ts';
import { zipFiles, zipFolder } from './zip-folder.ts';

/**
 * `npm run package`: the zips for the Chrome Web Store and for addons.mozilla.org, and the source zip that AMO asks for
 * because the shipped code is minified. The same commit gives the same bytes.
 */
const ROOT = join(import.meta.dirname, '..');
const TARGET = join(ROOT, 'artifacts');

readArguments('npm run package   the zips for the stores, in artifacts/\n', {});
const tracked = readTrackedFiles();
mkdirSync(TARGET, { recursive: true });
for (const browser of ['chromium', 'firefox'] as const) {
  write(`recto-${packageJson.version}-${browser}.zip`, zipFolder(await ensureBuild(browser)));
}
write(`recto-${packageJson.version}-source.zip`, zipFiles(tracked));

function write(name: string, zip: Uint8Array): void {
  writeFileSync(join(TARGET, name), zip);
  const hash = createHash('sha256').update(zip).digest('hex');
  console.log(`artifacts/${name}  ${(zip.length / 1000).toFixed(0)} kB  sha256 ${hash}`);
}

/**
 * Exactly the files that git tracks, as they are: a reviewer builds them with `npm ci && npm run build`. Ends the command
 * with git's own reason where git does not tell them, as in the unpacked source zip, where there is no git, and in a
 * folder of another user.
 */
function readTrackedFiles(): [string, Uint8Array][] {
  const { status, stdout, stderr, error } = spawnSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) {
    process.stderr.write(
      `${error?.message ?? stderr.trim()}\nThe source zip holds what git tracks: run this in a clone, or \`npm run build\` for the builds.\n`,
    );
    process.exit(1);
  }
  const names = stdout.split('\0').filter(Boolean);
  return names.map((name) => [name, readFileSync(join(ROOT, name))]);
}
