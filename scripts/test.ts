import { checkSizes } from './check-sizes.ts';
import { ensureBrowsers, tryToInstall } from './ensure-browsers.ts';
import { readArguments } from './read-arguments.ts';
import { runStage, runVitest, type StageResult } from './test-stages.ts';

/** `npm test`: every guard, then every test, in both browsers. Goes on after a failure, so that one run tells everything. */
readArguments(
  `npm test                       everything; the last line is "N passed, N failed"
npx vitest run --project P F   one test file; P is unit, unit-process, unit-document, architecture, chromium or firefox
`,
  {},
);
// A run that is cut off, for example because its reader has left, has not passed.
process.exitCode = 1;
ensureBrowsers([
  'chromium',
  'chromiumLanguages',
  'firefox',
  'firefoxInChinese',
  'firefoxInArabic',
  'virtualDisplay',
  'keyPresses',
  'speech',
  'sound',
  'pdfText',
  'latinFonts',
  'chineseFonts',
  'arabicFonts',
]);

// Books are checked if Java can be installed, and typing if there is an input method. Their tests say so when they are
// skipped.
tryToInstall(['bookChecker']);
tryToInstall(['inputMethod']);

const results: StageResult[] = [
  await runStage('format and lint', 'biome', ['ci', '--error-on-warnings', '--colors=off', '.']),
  // None of the three keeps two processors busy.
  ...(await Promise.all([
    runStage('types', 'tsc', []),
    runStage('build for Chromium', 'tsx', ['scripts/build.ts', 'chromium']),
    runStage('build for Firefox', 'tsx', ['scripts/build.ts', 'firefox']),
  ])),
  checkSizes(),
  await runVitest('unit*'),
  // Each browser leaves much of two processors idle, and its tests pass on a busy machine too. Firefox takes longer: what
  // looks at the builds, and needs one processor, runs beside the rest of its tests.
  ...(await Promise.all([testInChromium(), runVitest('firefox').then((result) => [result])])).flat(),
];

async function testInChromium(): Promise<StageResult[]> {
  return [
    await runVitest('chromium'),
    await runStage('web-ext lint', 'web-ext', ['lint', '--source-dir', 'dist/firefox', '--self-hosted', '--boring']),
    await runVitest('architecture'),
  ];
}

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
for (const result of results) for (const failure of result.failures) console.log(`FAILED ${result.name}: ${failure}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
