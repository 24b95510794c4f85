/**
 * `npm run bench:extraction -- --corpus DIR`: measures the extraction script of the built extension on pages with known
 * answers, beside bare Readability and defuddle. See docs/extraction-quality.md.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowsers } from './ensure-browsers.ts';
import { ensureBuild } from './ensure-build.ts';
import { buildScript } from './extraction/build-script.ts';
import { belowFloors, miscalibrated } from './extraction/check-floors.ts';
import { compareBuilds } from './extraction/compare-builds.ts';
import { type CorpusPage, corpusFolder, HALVES, loadCorpus, SUBSETS } from './extraction/corpus.ts';
import { costTable, leavePassesOut } from './extraction/leave-passes-out.ts';
import { mapInOrder } from './extraction/map-in-order.ts';
import { COMPARISON_SCRIPT, CONTESTANTS, type Measurement, measurePage } from './extraction/measure-page.ts';
import { belowStructureFloors, measureStructure, structureTable } from './extraction/measure-structure.ts';
import { measureTimes } from './extraction/measure-times.ts';
import { PageReader } from './extraction/page-reader.ts';
import { compareRuns, scoreTable, worstPages } from './extraction/print-scores.ts';
import { profilePages } from './extraction/profile-pages.ts';
import { numberOf } from './number-of.ts';
import { readArguments } from './read-arguments.ts';
import { wholeNumber } from './whole-number.ts';

const USAGE = `npm run bench:extraction -- --corpus DIR [options]
  --recto-only       leave out the other libraries: the fast loop
  --only SUBSETS     article, documentation, forum, zh, readability (comma-separated)
  --half tune|report one half of the pages
  --ids a,b          these pages only
  --json FILE        write every score
  --against FILE     compare with an earlier --json
  --dump DIR         write ID.recto.txt and ID.gold.txt
  --every N          each Nth of these pages only
  --leave-out        read the pages without each pass, and print what the passes are worth
  --structure        only what of code, headings, pictures, footnotes and formulas is kept right on the pages of
                     test/pages; needs no corpus
  --times            only how long reading takes, beside bare Readability; each 12th page, unless --every says otherwise
  --than DIST        compare the time of reading with another build, both read the same pages in turn; each 12th page
  --profile          say where the time goes, by module and by function, instead of scoring
`;

/** Of so many pages one is read for its time. */
const TIMED = 12;

/** Two builds are compared by the shortest of so many first readings of each page. */
const ROUNDS = 2;

const options = readArguments(
  USAGE,
  {
    options: {
      corpus: { type: 'string' },
      only: { type: 'string' },
      half: { type: 'string' },
      ids: { type: 'string' },
      json: { type: 'string' },
      against: { type: 'string' },
      dump: { type: 'string' },
      'recto-only': { type: 'boolean', default: false },
      every: { type: 'string' },
      times: { type: 'boolean', default: false },
      than: { type: 'string' },
      profile: { type: 'boolean', default: false },
      structure: { type: 'boolean', default: false },
      'leave-out': { type: 'boolean', default: false },
    },
  },
  ({ values }) => ({
    ...values,
    corpus: values.structure && values.corpus === undefined ? undefined : corpusFolder(values.corpus),
    every: wholeNumber('every', values.every ?? `${values.times || values.than ? TIMED : 1}`, 1),
    only: values.only?.split(',').map((name) => known('only', name, SUBSETS)),
    half: values.half === undefined ? undefined : known('half', values.half, HALVES),
  }),
);

ensureBrowsers(['chromium']);
const dist = await ensureBuild('chromium');
const who = options['recto-only'] ? (['recto'] as const) : CONTESTANTS;
const pages = (options.corpus === undefined ? [] : loadCorpus(options.corpus))
  .filter(
    ({ id, subset, half }) =>
      (options.only === undefined || options.only.includes(subset)) &&
      (options.half === undefined || options.half === half) &&
      (options.ids === undefined || options.ids.split(',').includes(id)),
  )
  .filter((_, index) => index % options.every === 0);
if (options.profile) {
  console.log(await profilePages(dist, pages));
  process.exit();
}
if (options['leave-out']) {
  const subsets = SUBSETS.filter((subset) => pages.some((page) => page.subset === subset));
  console.log(costTable(await leavePassesOut(dist, pages), subsets));
  process.exit();
}
const comparison = join(import.meta.dirname, 'extraction/comparison.iife.ts');
const extra = options['recto-only'] && !options.times ? {} : { [COMPARISON_SCRIPT]: await buildScript(comparison) };
const reader = new PageReader(dist, extra);
if (options.structure) {
  const failures = await reportStructure();
  await reader.close();
  console.log(verdict(failures));
  process.exit(failures.length === 0 ? 0 : 1);
}
if (options.than !== undefined) {
  const other = new PageReader(options.than, extra);
  const { pages: read, first, again } = await compareBuilds(reader, other, pages, ROUNDS);
  const parts = ({ median, mean }: typeof first): string => `${median.toFixed(2)} (mean ${mean.toFixed(2)})`;
  console.log(
    `time per page as a part of the other build's, median of ${numberOf(read, 'page')} of ${pages.length}: ` +
      `${parts(first)} at the first reading in a process, ${parts(again)} once all is compiled`,
  );
  await Promise.all([reader.close(), other.close()]);
  process.exit();
}
if (options.times) {
  await printTimes(pages);
  await reader.close();
  process.exit();
}
const measurements: Measurement[] = [];
const start = Date.now();
for await (const measurement of mapInOrder(pages, 2, (page) => measurePage(reader, page, who))) {
  measurements.push(measurement);
  if (measurements.length % 100 === 0) process.stderr.write(`${measurements.length} of ${pages.length} pages\n`);
}
const isWhole =
  options.only === undefined && options.half === undefined && options.ids === undefined && options.every === 1;
process.stderr.write(`${numberOf(pages.length, 'page')} in ${((Date.now() - start) / 1000).toFixed(0)} s\n`);

if (options.json !== undefined) {
  writeFileSync(options.json, JSON.stringify(measurements.map(({ text: _, ...scores }) => scores)));
}
if (options.dump !== undefined) {
  mkdirSync(options.dump, { recursive: true });
  for (const { id, text } of measurements) {
    const name = join(options.dump, id.replaceAll('/', '-'));
    writeFileSync(`${name}.recto.txt`, text);
    writeFileSync(`${name}.gold.txt`, pages.find((page) => page.id === id)?.gold.text ?? '');
  }
}
console.log(scoreTable(measurements));
for (const contestant of who) console.log(`\nworst pages, ${contestant}\n${worstPages(measurements, contestant)}`);
if (options.against !== undefined) {
  console.log(`\n${compareRuns(JSON.parse(readFileSync(options.against, 'utf8')), measurements)}`);
}
if (isWhole) {
  if (who === CONTESTANTS) await printTimes(pages.filter((_, index) => index % TIMED === 0));
  const failures = [...miscalibrated(measurements), ...belowFloors(measurements), ...(await reportStructure())];
  console.log(verdict(failures));
  if (failures.length > 0) process.exitCode = 1;
}
await reader.close();

/** Prints how long the pages are read, beside bare Readability. */
async function printTimes(some: readonly CorpusPage[]): Promise<void> {
  const { pages: read, first, again } = await measureTimes(reader, some);
  console.log(
    `\ntime per page against bare Readability, median of ${numberOf(read, 'page')} of ${some.length}: ` +
      `${first.toFixed(2)}× at the first reading in a process, ${again.toFixed(2)}× once all is compiled`,
  );
}

/** Prints how much of the pages of `test/pages` is kept right; gives sentences about what is below its floor. */
async function reportStructure(): Promise<string[]> {
  const counts = await measureStructure(reader, who);
  console.log(`\n${structureTable(counts, who)}`);
  return belowStructureFloors(counts);
}

function verdict(failures: readonly string[]): string {
  return failures.length === 0 ? '\nat or above every floor' : `\n${failures.join('\n')}`;
}

/** One of the values that an option knows; throws for another. */
function known<Value extends string>(option: string, given: string, values: readonly Value[]): Value {
  const found = values.find((value) => value === given);
  if (found === undefined) throw new Error(`--${option} knows ${values.join(', ')}, not ${given}`);
  return found;
}
