import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const STYLES = join(import.meta.dirname, '../../src/ui/styles');

/** The sheets that a list of the article's sheets names. */
const sheetsOf = (list: string): string[] =>
  [...readFileSync(join(STYLES, list), 'utf8').matchAll(/'\.\/(\S+\.css)(?:\?inline)?'/g)].map(([, name]) =>
    String(name),
  );

test('pages and the overlay have the same sheets of the article', () => {
  expect(sheetsOf('article-styles.ts').length).toBeGreaterThan(5);
  expect(sheetsOf('article-sheet.ts').sort()).toEqual(sheetsOf('article-styles.ts').sort());
});

test('no sheet that every article has names a highlight: with a style for highlights, each setting styles every element anew', () => {
  const naming = sheetsOf('article-styles.ts').filter((name) =>
    readFileSync(join(STYLES, name), 'utf8').includes('::highlight('),
  );
  expect(naming).toEqual([]);
});

test('custom properties begin with --r-: a page may declare what it calls --size, and that holds in full view as well', () => {
  const src = join(STYLES, '../..');
  const sheets = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'));
  expect(sheets.length).toBeGreaterThan(40);
  const others = sheets.flatMap((name) => {
    const names = readFileSync(join(src, name), 'utf8').match(/(?<![\w-])--(?!r-)[a-z][\w-]*/g) ?? [];
    return names.map((property) => `${name}: ${property}`);
  });
  expect(others).toEqual([]);
});
