import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const PAGES = join(ROOT, 'test/pages');

/** How many items of a kind the pages of our own ask for. */
function countOf(kind: string): number {
  const structures = readdirSync(PAGES).map((page) => {
    const { structure = {} } = JSON.parse(readFileSync(join(PAGES, page, 'expected.json'), 'utf8'));
    return structure[kind] ?? [];
  });
  return structures.flat().length;
}

test('docs/extraction-quality.md counts what of structure the pages of test/pages ask for as it is', () => {
  const page = readFileSync(join(ROOT, 'docs/extraction-quality.md'), 'utf8');
  const head = /^\| kept right \|(.*)\|$/m.exec(page)?.[1] ?? '';
  const told = [...head.matchAll(/(\w+) \((\d+)\)/g)].map(([, kind = '', count]) => [kind, Number(count)]);
  expect(told).toHaveLength(5);
  expect(told).toEqual(told.map(([kind]) => [kind, countOf(`${kind}`)]));
});
