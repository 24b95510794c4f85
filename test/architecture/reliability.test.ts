import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

test('every test that docs/reliability.md names is there', () => {
  const page = readFileSync(join(ROOT, 'docs/reliability.md'), 'utf8');
  const named = [...new Set([...page.matchAll(/`((?:unit|browser)\/[\w/-]+)`/g)].map(([, name = '']) => name))];
  expect(named.length).toBeGreaterThan(15);
  const isThere = (name: string): boolean => {
    const path = join(ROOT, 'test', name);
    if (existsSync(path)) return true;
    const folder = dirname(path);
    return existsSync(folder) && readdirSync(folder).some((file) => join(folder, file).startsWith(`${path}.test.`));
  };
  expect(named.filter((name) => !isThere(name))).toEqual([]);
});
