import { spawnSync } from 'node:child_process';
import { findProgram } from './find-browser.ts';
import { SYSTEM_NEEDS, type SystemNeedName } from './system-needs.ts';

/** Exit code of a command that lacks something only the user can install. */
export const EXIT_NEEDS_INSTALL = 2;

/**
 * Makes sure that browsers and tools are installed. What is there is used; what is missing is installed through apt
 * when that needs no password (root, or `sudo -n`). Otherwise prints the exact command and ends the process with
 * exit code 2. Speaks on stderr, because the stdout of some commands is data.
 */
export function ensureBrowsers(names: readonly SystemNeedName[]): void {
  if (missing(names).length === 0) return;
  const packages = install(names);
  const still = missing(names);
  if (still.length === 0) return;
  process.stderr.write(`Missing: ${still.map((name) => SYSTEM_NEEDS[name].what).join(', ')}.\n${advice(packages)}\n`);
  process.exit(EXIT_NEEDS_INSTALL);
}

/** The same for what tests can do without: says what is missing and goes on. */
export function tryToInstall(names: readonly SystemNeedName[]): void {
  if (missing(names).length > 0) install(names);
  const still = missing(names);
  if (still.length > 0)
    process.stderr.write(`Going on without ${still.map((name) => SYSTEM_NEEDS[name].what).join(', ')}.\n`);
}

function install(names: readonly SystemNeedName[]): string[] {
  const packages = [...new Set(missing(names).flatMap((name) => SYSTEM_NEEDS[name].packages))];
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (findProgram('apt-get') !== null && canRun([...sudo, 'true'])) {
    process.stderr.write(`Installing ${packages.join(' ')} (apt-get)…\n`);
    run([...sudo, 'apt-get', 'update', '-q']);
    run([...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...INSTALL, ...packages]);
  }
  return packages;
}

const INSTALL = ['install', '-q', '-y', '--no-install-recommends'];

function missing(names: readonly SystemNeedName[]): SystemNeedName[] {
  return names.filter((name) => !SYSTEM_NEEDS[name].isThere());
}

function advice(packages: string[]): string {
  if (findProgram('apt-get') !== null)
    return `Run: sudo apt-get update && sudo apt-get ${INSTALL.slice(0, 1)} -y --no-install-recommends ${packages.join(' ')}`;
  return [
    'Install them with your package manager, or name your browsers: RECTO_CHROMIUM=/path RECTO_FIREFOX=/path.',
    'Chromium: https://www.chromium.org/getting-involved/download-chromium/ or Chrome for Testing',
    'Firefox: https://www.mozilla.org/firefox/',
  ].join('\n');
}

function canRun([command = '', ...args]: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** apt's own talk goes to stderr; whether it worked is judged by what is there afterwards. */
function run([command = '', ...args]: string[]): void {
  spawnSync(command, args, { stdio: ['ignore', 2, 2] });
}
