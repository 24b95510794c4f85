import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { StageResult } from './test-stages.ts';
import { zipFolder } from './zip-folder.ts';

const ROOT = join(import.meta.dirname, '..');
const KB = 1000;

interface Budget {
  what: string;
  limit: number;
  measure(build: string): number;
}

/** What the user downloads, and what is injected into a page, stays small. Bytes as built, minified. */
const BUDGETS: Budget[] = [
  {
    what: 'extraction script',
    limit: 120 * KB,
    measure: (build) => sizeOf(build, 'src/content/extract.iife.js'),
  },
  { what: 'overlay script', limit: 150 * KB, measure: (build) => sizeOf(build, 'src/content/overlay.iife.js') },
  {
    what: 'sanitiser, injected before it',
    limit: 36 * KB,
    measure: (build) => sizeOf(build, 'src/content/sanitise.iife.js'),
  },
  {
    what: 'probe on the pages of a site that always opens in the reader',
    limit: 2 * KB,
    measure: (build) => sizeOf(build, 'src/content/probe.iife.js'),
  },
  { what: 'popup, all its scripts', limit: 160 * KB, measure: sizeOfPopupScripts },
  // With five interface languages, the bundled typefaces, code colours, formulas and the tables of 简繁; what is always
  // loaded is limited above.
  { what: 'zip', limit: 2500 * KB, measure: (build) => zipFolder(build).length },
];

/** Checks the builds against the budgets; each budget of each browser counts as one test. */
export function checkSizes(): StageResult {
  console.log('\n── sizes');
  const failures: string[] = [];
  const builds = ['chromium', 'firefox'];
  for (const browser of builds) {
    for (const { what, limit, measure } of BUDGETS) {
      const size = measureOrFail(() => measure(join(ROOT, 'dist', browser)));
      const line = `${browser}: ${what} ${(size / KB).toFixed(1)} kB of ${limit / KB} kB`;
      console.log(`   ${line}`);
      if (!(size <= limit)) failures.push(`${line} (CONTRIBUTING.md, "code that goes into a page")`);
    }
  }
  return { name: 'sizes', passed: builds.length * BUDGETS.length - failures.length, failed: failures.length, failures };
}

function measureOrFail(measure: () => number): number {
  try {
    return measure();
  } catch (error) {
    console.log(`   ${String(error)}`);
    return Number.NaN;
  }
}

function sizeOf(build: string, file: string): number {
  return statSync(join(build, file)).size;
}

/** The scripts the popup's document loads, with everything they import. */
function sizeOfPopupScripts(build: string): number {
  const page = readFileSync(join(build, 'src/popup/popup.html'), 'utf8');
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const code = readFileSync(join(build, 'assets', file), 'utf8');
    for (const [, name = ''] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) visit(name);
  };
  for (const [, name = ''] of page.matchAll(/src="\/assets\/([^"]+\.js)"/g)) visit(name);
  const assets = new Set(readdirSync(join(build, 'assets')));
  if (seen.size === 0) throw new Error('No script found in popup.html');
  return [...seen].filter((file) => assets.has(file)).reduce((sum, file) => sum + sizeOf(build, `assets/${file}`), 0);
}
