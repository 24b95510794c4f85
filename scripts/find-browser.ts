import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';

/** Environment variable that names the browser's program and goes before everything else. */
const OVERRIDE: Record<BrowserName, string> = { chromium: 'RECTO_CHROMIUM', firefox: 'RECTO_FIREFOX' };

/** Branded Chrome comes last: it ignores `--load-extension`, and loads Recto only over the debugging pipe. */
const PROGRAMS: Record<BrowserName, string[]> = {
  chromium: ['chromium', 'chromium-browser', 'chrome-for-testing', 'google-chrome', 'google-chrome-stable', 'chrome'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

const WELL_KNOWN: Record<BrowserName, string[]> = {
  chromium: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    join(process.env['LOCALAPPDATA'] ?? 'C:\\', 'Chromium\\Application\\chrome.exe'),
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

/** Path of an installed browser, or null. Looks at the environment, then the PATH, then where installers put it. */
export function findBrowser(name: BrowserName): string | null {
  const override = process.env[OVERRIDE[name]];
  if (override) return override;
  const onPath = PROGRAMS[name].map(findProgram).find((path) => path !== null);
  return onPath ?? WELL_KNOWN[name].find(isProgram) ?? null;
}

/** One sentence if the environment names a program that is not a browser; null if it names a browser, or nothing. */
export function wrongOverride(name: BrowserName): string | null {
  const path = process.env[OVERRIDE[name]];
  return path && !isProgram(path) ? `${OVERRIDE[name]}=${path} names no program that can be started.` : null;
}

/** Path of a program on the PATH, or null. */
export function findProgram(name: string): string | null {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name + suffix)).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
