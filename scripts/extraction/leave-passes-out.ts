import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildScript } from './build-script.ts';
import type { CorpusPage, Subset } from './corpus.ts';
import type { Variant } from './leave-out.iife.ts';
import { mapInOrder } from './map-in-order.ts';
import { PageReader } from './page-reader.ts';
import { readPageSource } from './page-source.ts';
import { readReason, readRegistry } from './read-registry.ts';
import { sameTitle, scoreText } from './score.ts';

const SCRIPT = '/variants.js';
const SOURCES = join(import.meta.dirname, '../../src/extraction');

/** What leaving a pass out costs: means over the pages, in thousandths of F1, and titles lost. */
interface Cost {
  pass: string;
  reason: string;
  bySubset: Map<Subset, number>;
  titles: number;
  changed: number;
}

/** Reads every page with all passes and without each; gives the passes in the order in which they run. */
export async function leavePassesOut(dist: string, pages: readonly CorpusPage[]): Promise<Cost[]> {
  const script = await buildScript(join(import.meta.dirname, 'leave-out.iife.ts'));
  const reader = new PageReader(dist, { [SCRIPT]: script }, 120_000);
  const costs = listPasses().map((pass): Cost => ({ ...pass, bySubset: new Map(), titles: 0, changed: 0 }));
  const counts = new Map<Subset, number>();
  for await (const { page, variants } of mapInOrder(pages, 2, (one) => readVariants(reader, one))) {
    const [whole, ...rest] = variants;
    if (whole === undefined) continue;
    counts.set(page.subset, (counts.get(page.subset) ?? 0) + 1);
    rest.forEach((variant, index) => {
      addCost(costs[index], page, whole, variant);
    });
  }
  await reader.close();
  for (const { bySubset } of costs)
    for (const [subset, sum] of bySubset) bySubset.set(subset, (1000 * sum) / (counts.get(subset) ?? 1));
  return costs;
}

function listPasses(): { pass: string; reason: string }[] {
  return readRegistry('extraction-passes.ts').map((pass) => {
    const folder = ['page-passes', 'body-passes'].find((name) => existsSync(join(SOURCES, name, `${pass}.ts`))) ?? '';
    return { pass, reason: readReason(join(SOURCES, folder, `${pass}.ts`)) };
  });
}

async function readVariants(reader: PageReader, page: CorpusPage): Promise<{ page: CorpusPage; variants: Variant[] }> {
  const source = await readPageSource(page.file);
  const variants = await reader
    .read(page.url, source, (tab) => tab.call([SCRIPT], 'rectoVariants', { now: source.modified }))
    .then(({ outcome }) => outcome as Variant[])
    .catch(() => []);
  return { page, variants };
}

function addCost(cost: Cost | undefined, { gold, subset }: CorpusPage, whole: Variant, without: Variant): void {
  if (cost === undefined) return;
  const loss = scoreText(whole.text, gold.text, subset).f1 - scoreText(without.text, gold.text, subset).f1;
  cost.bySubset.set(subset, (cost.bySubset.get(subset) ?? 0) + loss);
  cost.titles += Number(sameTitle(whole.title, gold.title)) - Number(sameTitle(without.title, gold.title));
  cost.changed += whole.text === without.text ? 0 : 1;
}

/** The costs as a Markdown table. */
export function costTable(costs: readonly Cost[], subsets: readonly Subset[]): string {
  const head = ['', 'pass', 'what goes wrong without it', ...subsets, 'titles', 'pages changed'];
  const rows = costs.map(({ pass, reason, bySubset, titles, changed }, index) => [
    `${index + 1}`,
    `\`${pass}\``,
    reason,
    ...subsets.map((subset) => (bySubset.get(subset) ?? 0).toFixed(1)),
    `${titles}`,
    `${changed}`,
  ]);
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
