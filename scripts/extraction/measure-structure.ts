import { JSDOM } from 'jsdom';
import {
  FIXTURE_ADDRESS,
  FIXTURE_TIME,
  listFixtures,
  readExpected,
  readFixtureBytes,
} from '../../test/page-fixtures.ts';
import { KINDS, type Kind, readStructure, type Structure } from '../../test/read-structure.ts';
import floors from './floors.json' with { type: 'json' };
import { mapInOrder } from './map-in-order.ts';
import { type Contestant, readAs } from './measure-page.ts';
import type { PageReader } from './page-reader.ts';
import { contentTypeOf } from './page-source.ts';
import { layOut } from './print-scores.ts';

/** Of a kind: how many there are on all pages, and how many of them each contestant keeps right. */
type Counts = Record<Kind, { all: number } & Partial<Record<Contestant, number>>>;

/**
 * Counts over the pages of `test/pages` what each contestant keeps right: the same notation (see `Structure`) in the same
 * order.
 */
export async function measureStructure(reader: PageReader, who: readonly Contestant[]): Promise<Counts> {
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, { all: 0 }])) as Counts;
  const slugs = listFixtures().filter((slug) => readExpected(slug).structure);
  for await (const { slug, found } of mapInOrder(slugs, 2, (slug) => readPage(reader, slug, who))) {
    const { structure } = readExpected(slug);
    for (const kind of KINDS) {
      const wanted = structure?.[kind] ?? [];
      counts[kind].all += wanted.length;
      for (const [contestant, { [kind]: items }] of found) {
        const kept = countKept(wanted, items);
        counts[kind][contestant] = (counts[kind][contestant] ?? 0) + kept;
        if (contestant === 'recto' && kept < wanted.length) process.stderr.write(`${slug}: ${kind} not kept right\n`);
      }
    }
  }
  return counts;
}

async function readPage(
  reader: PageReader,
  slug: string,
  who: readonly Contestant[],
): Promise<{ slug: string; found: [Contestant, Structure][] }> {
  const url = readExpected(slug).url ?? FIXTURE_ADDRESS;
  const body = readFixtureBytes(slug);
  const source = { body, contentType: contentTypeOf(body), modified: FIXTURE_TIME };
  return reader.read(url, source, async (tab) => {
    const found: [Contestant, Structure][] = [];
    for (const contestant of who) {
      const { html } = await readAs(contestant, tab, FIXTURE_TIME);
      found.push([contestant, readStructure(new JSDOM(html).window.document.body, url)]);
    }
    return { slug, found };
  });
}

/** Length of the longest sequence that is in both, in order. */
export function countKept(wanted: readonly string[], found: readonly string[]): number {
  let row = new Array<number>(found.length + 1).fill(0);
  for (const item of wanted) {
    const next = [0];
    for (const [index, other] of found.entries())
      next.push(item === other ? (row[index] ?? 0) + 1 : Math.max(next[index] ?? 0, row[index + 1] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** One row for each contestant, one column for each kind. */
export function structureTable(counts: Counts, who: readonly Contestant[]): string {
  const head = ['kept right', ...KINDS.map((kind) => `${kind} (${counts[kind].all})`)];
  const rows = who.map((contestant) => [
    contestant,
    ...KINDS.map((kind) => shareOf(counts[kind], contestant).toFixed(3)),
  ]);
  return layOut([head, ...rows]);
}

/** Sentences about kinds of which Recto keeps less than is pinned. */
export function belowStructureFloors(counts: Counts): string[] {
  return KINDS.flatMap((kind) => {
    const share = shareOf(counts[kind], 'recto');
    const floor = floors.structure[kind];
    return share < floor ? [`structure: of ${kind} ${share.toFixed(3)} is kept right, below ${floor}`] : [];
  });
}

const shareOf = (count: Counts[Kind], contestant: Contestant): number => (count[contestant] ?? 0) / count.all;
