import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const read = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');

/** First cells of the table of dependencies; a name that begins with `-` goes on from the one before it. */
function named(): string[] {
  const table = read('docs/architecture.md').split('## Dependencies')[1] ?? '';
  const cells = [...table.matchAll(/^\| (`[^|]+`) \|/gm)].map(([, cell]) => cell ?? '');
  return cells.flatMap((cell) => {
    const names = [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
    return names.map((name) => (name.startsWith('-') ? (names[0] ?? '').replace(/-to-markdown$/, name) : name));
  });
}

test('every dependency has its line in the architecture page', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
  expect(Object.keys(dependencies).length).toBeGreaterThan(10);
  expect(named()).toEqual(expect.arrayContaining(Object.keys(dependencies)));
});
