import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBrowsers } from './ensure-browsers.ts';
import { buildLate, lateBuilds } from './ensure-build.ts';
import type { BrowserName } from './find-browser.ts';
import { LATENESS, type Lateness } from './late/lateness.ts';
import { readArguments } from './read-arguments.ts';

/**
 * `npm run browsers:late -- storage --browser firefox popup backup`: the browser tests against a build in which one
 * thing is late on purpose, as on a busy machine with a slow disk. A test that fails has found something that relies on
 * being quick: Recto, or the test itself. What rightly relies on it is named in docs/reliability.md.
 */
const USAGE = `npm run browsers:late -- ${LATENESS.join(' | ')} [--browser chromium | firefox] [NAME...]
  NAME   runs the files of test/browser whose path has that name in it; all of them without
`;
const OPTIONS = { browser: { type: 'string', default: 'chromium' } } as const;

const { LATE, BROWSER, NAMES } = readArguments(
  USAGE,
  { options: OPTIONS, allowPositionals: true },
  ({ values, positionals: [lateness, ...names] }): { LATE: Lateness; BROWSER: BrowserName; NAMES: string[] } => {
    const late = LATENESS.find((name) => name === lateness);
    if (late === undefined) throw new Error(`Late can be ${LATENESS.join(', ')}`);
    const { browser } = values;
    if (browser !== 'chromium' && browser !== 'firefox')
      throw new Error(`--browser knows chromium and firefox, not ${browser}`);
    return { LATE: late, BROWSER: browser, NAMES: names };
  },
);

ensureBrowsers(['chromium', 'firefox', 'virtualDisplay', 'keyPresses']);
await buildLate(BROWSER, LATE);
const { status } = spawnSync(
  join(import.meta.dirname, '../node_modules/.bin/vitest'),
  ['run', '--project', BROWSER, '--reporter=verbose', ...NAMES],
  { stdio: 'inherit', env: { ...process.env, RECTO_BUILDS: lateBuilds(LATE) } },
);
process.exitCode = status ?? 1;
