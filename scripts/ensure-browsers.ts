import { spawnSync } from 'node:child_process';
import { findProgram, wrongOverride } from './find-browser.ts';
import { SYSTEM_NEEDS, type SystemNeedName } from './system-needs.ts';

/** Exit code of a command that lacks something only the user can install. */
const EXIT_NEEDS_INSTALL = 2;

/**
 * Makes sure that browsers and tools are installed. What is there is used; what is missing is installed through apt
 * when that needs no password (root, or `sudo -n`). Otherwise prints the exact command and ends the process with
 * exit code 2, as it does when the environment names a browser that is not there. Speaks on stderr, because the stdout of
 * some commands is data.
 */
export function ensureBrowsers(names: readonly SystemNeedName[]): void {
  for (const name of names) {
    const wrong = name === 'chromium' || name === 'firefox' ? wrongOverride(name) : null;
    if (wrong === null) continue;
    process.stderr.write(`${wrong}\n`);
    process.exit(EXIT_NEEDS_INSTALL);
  }
  const still = install(names);
  if (still.length === 0) return;
  const packages = packagesOf(still);
  process.stderr.write(`Missing: ${still.map((name) => SYSTEM_NEEDS[name].what).join(', ')}.\n${advice(packages)}\n`);
  process.exit(EXIT_NEEDS_INSTALL);
}

/** The same for what tests can do without: says what is missing and goes on. */
export function tryToInstall(names: readonly SystemNeedName[]): void {
  const still = install(names);
  if (still.length > 0)
    process.stderr.write(`Going on without ${still.map((name) => SYSTEM_NEEDS[name].what).join(', ')}.\n`);
}

/**
 * Installs what is missing and gives what still is. Goes on while something new turns out to be missing: some needs
 * show only once others are met. The languages of a browser, for example, are needed only if the browser is Debian's.
 */
function install(names: readonly SystemNeedName[]): SystemNeedName[] {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  let still = missing(names);
  if (still.length === 0 || findProgram('apt-get') === null || !canRun([...sudo, 'true'])) return still;
  run([...sudo, 'apt-get', 'update', '-q']);
  const tried = new Set<SystemNeedName>();
  while (still.some((name) => !tried.has(name))) {
    const packages = packagesOf(still);
    process.stderr.write(`Installing ${packages.join(' ')} (apt-get)…\n`);
    run([...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...INSTALL, ...packages]);
    for (const name of still) tried.add(name);
    still = missing(names);
  }
  return still;
}

function packagesOf(names: readonly SystemNeedName[]): string[] {
  return [...new Set(names.flatMap((name) => SYSTEM_NEEDS[name].packages))];
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
