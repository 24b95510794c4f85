import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { slimReadability } from './scripts/build/slim-readability.ts';
import { PATIENCE } from './test/browser/driver/wait-until.ts';

/** One test file at a time, in one process: each drives a whole browser, which most files share, cleared (`share-browser.ts`). */
const browserProject = (name: 'chromium' | 'firefox') => ({
  extends: true as const,
  test: {
    name,
    include: ['test/browser/**/*.test.ts'],
    // The command line reads pages with Chromium, whichever browser is under test.
    exclude: name === 'firefox' ? ['test/browser/extraction-command/**'] : [],
    env: { RECTO_TEST_BROWSER: name },
    globalSetup: [
      'test/browser/driver/make-temporary-folder.ts',
      'test/browser/driver/start-virtual-display.ts',
      'test/browser/driver/start-speech.ts',
      ...(name === 'firefox' ? ['test/browser/driver/prepare-firefox-profile.ts'] : []),
    ],
    // Each wait has its own end (`wait-until.ts`); a test of many has time for all of them on a busy machine.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // A loaded machine takes longer than the runner's second for what crosses pages, background and storage.
    expect: { poll: { timeout: PATIENCE } },
    fileParallelism: false,
    isolate: false,
    // Run together with others, a project comes after them, since it has another number of workers.
    sequence: { groupOrder: name === 'chromium' ? 1 : 2 },
  },
});

/**
 * Unit tests, or what they test, that tell Node's own errors, maps or streams by their class. What runs in a context of its
 * own has other classes by these names, so these have a process each; so has the one that measures the memory of its own.
 */
const IN_OWN_PROCESS = [
  'importing/read-import-hostile',
  'library/exporting/export-library',
  'platform/translate',
  'scripts/read-arguments',
  'storage/check-library',
  'storage/open-database',
  'storage/stored-text',
].map((name) => join('test/unit', `${name}.test.ts`));

/** Unit tests whose first line asks for a document. */
const IN_DOCUMENT = readdirSync(join(import.meta.dirname, 'test/unit'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.test\.tsx?$/.test(name))
  .map((name) => join('test/unit', name))
  .filter((file) => !IN_OWN_PROCESS.includes(file))
  .filter((file) => readFileSync(file, 'utf8').startsWith('// @vitest-environment jsdom'));

const UNIT = {
  setupFiles: ['test/unit/let-effects-end.ts', 'test/unit/wait-patiently.ts', 'test/unit/without-web-locks.ts'],
  // Beside other work a test of thousands of records takes longer than the runner's five seconds.
  testTimeout: 3 * PATIENCE,
  // And so does what a file makes for all its tests, such as the articles of a book.
  hookTimeout: 3 * PATIENCE,
  expect: { poll: { timeout: PATIENCE } },
  // The runner would leave a processor free, of two the half. With a single worker it would run all files of a `vm` pool in
  // one context, where they share modules and their mocks.
  maxWorkers: Math.max(2, availableParallelism()),
};

/** In the build `?script` imports give the file name of an injected script (src/globals.d.ts); there are none in unit tests. */
const scriptNames = (): Plugin => ({
  name: 'recto:script-names',
  enforce: 'pre',
  load: (id) => (id.endsWith('?script') ? 'export default "script.js";' : null),
});

/** `unit`, `unit-process`, `unit-document` and `architecture` in Node; `chromium` and `firefox` run the same tests against the shipped builds (build first). */
export default defineConfig({
  plugins: [scriptNames()],
  // As in the build: see vite.config.ts.
  resolve: { alias: { '@mozilla/readability': slimReadability(import.meta.dirname) } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...UNIT,
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          exclude: [...IN_DOCUMENT, ...IN_OWN_PROCESS],
          // A process for each file takes a third of the processor's time. Not threads: some tests measure their process.
          pool: 'vmForks',
        },
      },
      { extends: true, test: { ...UNIT, name: 'unit-process', include: IN_OWN_PROCESS } },
      {
        extends: true,
        test: {
          ...UNIT,
          name: 'unit-document',
          include: IN_DOCUMENT,
          setupFiles: [...UNIT.setupFiles, 'test/unit/complete-window.ts'],
          // A document is made in a second in a new process, and in a tenth where jsdom is loaded already.
          pool: 'vmThreads',
        },
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          include: ['test/architecture/**/*.test.ts'],
          testTimeout: UNIT.testTimeout,
          maxWorkers: UNIT.maxWorkers,
        },
      },
      browserProject('chromium'),
      browserProject('firefox'),
    ],
  },
});
