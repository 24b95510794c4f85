import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import {
  FIXTURE_ADDRESS,
  FIXTURE_TIME,
  findDifferences,
  listFixtures,
  readExpected,
  readFixtureBytes,
} from '../../test/page-fixtures.ts';
import { buildScript } from './build-script.ts';
import type { CorpusPage, Subset } from './corpus.ts';
import type { Variant } from './leave-out.iife.ts';
import { mapInOrder } from './map-in-order.ts';
import { PageReader } from './page-reader.ts';
import { contentTypeOf, type PageSource, readPageSource } from './page-source.ts';
import { readReason, readRegistry } from './read-registry.ts';
import { sameTitle, scoreText } from './score.ts';

const SCRIPT = '/variants.js';
const SOURCES = join(import.meta.dirname, '../../src/extraction');

/** What leaving a pass or a platform out costs: means over the pages, in thousandths of F1; titles lost; fixtures that fail. */
interface Cost {
  pass: string;
  reason: string;
  bySubset: Map<Subset, number>;
  titles: number;
  /** Pages whose text, and pages of which anything, is not the same. */
  texts: number;
  changed: number;
  fixtures: string[];
}

/**
 * Reads every page, and every page of `test/pages`, with all passes and without each; gives the passes in the order in
 * which they run, then the platforms of threads.
 */
export async function leavePassesOut(dist: string, pages: readonly CorpusPage[]): Promise<Cost[]> {
  const script = await buildScript(join(import.meta.dirname, 'leave-out.iife.ts'));
  const reader = new PageReader(dist, { [SCRIPT]: script }, 120_000);
  const costs = listPasses();
  const counts = new Map<Subset, number>();
  for await (const { page, variants } of mapInOrder(pages, 2, (one) => readPage(reader, one))) {
    const [whole, ...rest] = variants;
    if (!whole) continue;
    counts.set(page.subset, (counts.get(page.subset) ?? 0) + 1);
    rest.forEach((variant, index) => {
      addCost(costs[index], page, whole, variant);
    });
  }
  for await (const { slug, variants } of mapInOrder(listFixtures(), 2, (one) => readFixturePage(reader, one))) {
    const [wholeFails, ...rest] = variants.map((variant) => fails(slug, variant));
    if (wholeFails !== false) process.stderr.write(`${slug} is not read as expected with all passes\n`);
    else rest.forEach((failed, index) => void (failed && costs[index]?.fixtures.push(slug)));
  }
  await reader.close();
  for (const { bySubset } of costs)
    for (const [subset, sum] of bySubset) bySubset.set(subset, (1000 * sum) / (counts.get(subset) ?? 1));
  return costs;
}

function listPasses(): Cost[] {
  const names = [...readRegistry('extraction-passes.ts'), ...readRegistry('platforms/thread-platforms.ts')];
  return names.map((pass) => {
    const folders = ['page-passes', 'body-passes', 'platforms'];
    const folder = folders.find((name) => existsSync(join(SOURCES, name, `${pass}.ts`))) ?? '';
    const reason = readReason(join(SOURCES, folder, `${pass}.ts`));
    return { pass, reason, bySubset: new Map(), titles: 0, texts: 0, changed: 0, fixtures: [] };
  });
}

async function readPage(reader: PageReader, page: CorpusPage): Promise<{ page: CorpusPage; variants: Variant[] }> {
  const source = await readPageSource(page.file);
  return { page, variants: await readVariants(reader, page.url, source, source.modified) };
}

async function readFixturePage(reader: PageReader, slug: string): Promise<{ slug: string; variants: Variant[] }> {
  const body = readFixtureBytes(slug);
  const source = { body, contentType: contentTypeOf(body), modified: 0 };
  return {
    slug,
    variants: await readVariants(reader, readExpected(slug).url ?? FIXTURE_ADDRESS, source, FIXTURE_TIME),
  };
}

async function readVariants(reader: PageReader, url: string, source: PageSource, now: number): Promise<Variant[]> {
  const read = reader.read(url, source, (tab) => tab.call([SCRIPT], 'rectoVariants', { now }));
  return read.then(({ outcome }) => outcome as Variant[]).catch(() => []);
}

/** Whether a page of `test/pages` is not read as it should be. */
function fails(slug: string, article: Variant): boolean {
  if (!article) return true;
  const { window } = new JSDOM(article.html);
  return findDifferences(article, window.document.body, readExpected(slug)).length > 0;
}

function addCost(
  cost: Cost | undefined,
  { gold, subset }: CorpusPage,
  whole: NonNullable<Variant>,
  without: Variant,
): void {
  if (cost === undefined) return;
  if (without?.html !== whole.html || without.title !== whole.title) cost.changed++;
  cost.titles += Number(sameTitle(whole.title, gold.title)) - Number(sameTitle(without?.title ?? '', gold.title));
  if (without?.text === whole.text) return;
  cost.texts++;
  const loss = scoreText(whole.text, gold.text, subset).f1 - scoreText(without?.text ?? '', gold.text, subset).f1;
  cost.bySubset.set(subset, (cost.bySubset.get(subset) ?? 0) + loss);
}

/** The costs as a Markdown table. */
export function costTable(costs: readonly Cost[], subsets: readonly Subset[]): string {
  const head = ['', 'left out', ...subsets, 'titles', 'texts changed', 'pages changed', 'fixtures failed'];
  const rows = costs.map(({ pass, bySubset, titles, texts, changed, fixtures }, index) => [
    `${index + 1}`,
    `\`${pass}\``,
    ...subsets.map((subset) => (bySubset.get(subset) ?? 0).toFixed(1)),
    `${titles}`,
    `${texts}`,
    `${changed}`,
    `${fixtures.length}`,
  ]);
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
