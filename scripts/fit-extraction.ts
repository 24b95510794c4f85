/**
 * `npm run fit:extraction -- --corpus DIR`: fits the trees that judge text units to pages with known answers, on the tune
 * half, and says how they do on the other. See docs/extraction-quality.md.
 */
import { createReadStream, createWriteStream, existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { ensureBrowsers } from './ensure-browsers.ts';
import { ensureBuild } from './ensure-build.ts';
import { type CorpusPage, corpusFolder, loadCorpus } from './extraction/corpus.ts';
import { treesModule } from './extraction/fitting/encode-trees.ts';
import { fitPages, OPTIONS, scorePages } from './extraction/fitting/fit-pages.ts';
import { type FittingPage, type LabelledPage, labelUnits } from './extraction/fitting/label-units.ts';
import { listUnits } from './extraction/fitting/list-units.ts';
import { readArguments } from './read-arguments.ts';

const USAGE = `npm run fit:extraction -- --corpus DIR [options]
  --units FILE   keep the units there, and use those that are there already: the fast loop
  --write        put the trees into src/extraction/choosing/unit-trees.ts
`;

/** What the trees are fitted to; forums are read otherwise, and the other folders have too few pages. */
const SUBSETS: readonly string[] = ['article', 'documentation'];

const TREES = join(import.meta.dirname, '../src/extraction/choosing/unit-trees.ts');

const options = readArguments(
  USAGE,
  { options: { corpus: { type: 'string' }, units: { type: 'string' }, write: { type: 'boolean', default: false } } },
  ({ values: { corpus, units, write } }) => ({ corpus: corpusFolder(corpus), units, write }),
);

const pages = (await readUnits(options.corpus, options.units)).map(labelUnits);
const trees = fitPages(pages.filter(({ half }) => half === 'tune'));
const crossed = fitPages(pages.filter(({ half }) => half === 'report'));
for (const threshold of [0.4, 0.45, 0.5]) {
  console.log(`kept above ${threshold}: ${SUBSETS.map((subset) => describe(subset, threshold)).join('; ')}`);
}
if (options.write)
  writeFileSync(TREES, treesModule(trees, `${OPTIONS.trees} trees on the tune half, seed ${OPTIONS.seed}`));

function describe(subset: string, threshold: number): string {
  const of = (half: string): LabelledPage[] => pages.filter((page) => page.subset === subset && page.half === half);
  const [tune, report] = [of('tune'), of('report')];
  const seen = scorePages(tune, trees, threshold).toFixed(4);
  const unseen = scorePages(report, trees, threshold).toFixed(4);
  const swapped = scorePages(tune, crossed, threshold).toFixed(4);
  return `${subset} fitted half ${seen}, other half ${unseen}, the tune half by trees of the other ${swapped}`;
}

async function readUnits(corpus: string, cache?: string): Promise<FittingPage[]> {
  if (cache !== undefined && existsSync(cache)) return parseLines(cache);
  ensureBrowsers(['chromium']);
  const wanted = loadCorpus(resolve(corpus)).filter(
    ({ subset, gold }: CorpusPage) => SUBSETS.includes(subset) && gold.text.trim() !== '',
  );
  const found: FittingPage[] = [];
  for await (const page of listUnits(await ensureBuild('chromium'), wanted)) if (page !== null) found.push(page);
  if (cache !== undefined) {
    const file = createWriteStream(cache);
    for (const page of found) file.write(`${JSON.stringify(page)}\n`);
    await new Promise((done) => file.end(done));
  }
  return found;
}

async function parseLines(file: string): Promise<FittingPage[]> {
  const found: FittingPage[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) found.push(JSON.parse(line));
  return found;
}
