import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const read = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');

/** Names of the passes, which are those of their files, in the order in which they run. */
function passesInOrder(): string[] {
  const code = read('src/extraction/extraction-passes.ts');
  const files = new Map(
    [...code.matchAll(/import \{ (\w+) \} from '\.\/\w+-passes\/([\w-]+)\.ts'/g)].map(([, name, file]) => [name, file]),
  );
  const lists = [...code.matchAll(/Pass\[\] = \[([^\]]+)\]/g)].flatMap(([, list = '']) => list.match(/\w+/g) ?? []);
  return lists.map((name) => files.get(name) ?? name);
}

/** The numbers and names of passes in the tables of a part of docs/extraction.md. */
function toldIn(part: string): string[] {
  return [...part.matchAll(/^\| (\d+) \| `([\w-]+)` \|/gm)].map(([, number, name]) => `${number} ${name}`);
}

test('both lists of passes in docs/extraction.md have every pass, with its number in the order of running', () => {
  const passes = passesInOrder().map((name, index) => `${index + 1} ${name}`);
  const [told = '', worth = ''] = read('docs/extraction.md').split('## What each pass is worth');
  expect(passes.length).toBeGreaterThan(30);
  expect(toldIn(told)).toEqual(passes);
  expect(toldIn(worth)).toEqual(passes);
});
