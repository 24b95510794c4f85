/**
 * Installs the npm packages when they are missing or differ from package-lock.json, so that every command works in a
 * fresh clone. Plain JavaScript without dependencies, since it runs before there are any. Says what it does on stderr,
 * because the stdout of some commands is data.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Installed packages by path and version, or null where there is no such list. */
function readPackages(lockFile) {
  try {
    return JSON.parse(readFileSync(`${root}${lockFile}`, 'utf8')).packages;
  } catch {
    return null;
  }
}

/** Compares by content: file times say nothing after a checkout. Optional packages are for other machines. */
function packagesAreCurrent() {
  const wanted = readPackages('package-lock.json') ?? {};
  const installed = readPackages('node_modules/.package-lock.json');
  if (installed === null) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional === true || installed[path]?.version === version,
  );
}

if (!packagesAreCurrent()) {
  process.stderr.write('Installing packages (npm ci)…\n');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) process.exit(npm.status ?? 1);
}
