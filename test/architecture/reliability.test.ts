import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

const page = readFileSync(join(ROOT, 'docs/reliability.md'), 'utf8');

/** The files that a name of a file, of several that begin alike, or of a folder stands for, by their paths. */
function filesOf(name: string): string[] {
  const path = join(ROOT, 'test', name);
  if (existsSync(path)) return readdirSync(path, { recursive: true, encoding: 'utf8' }).map((file) => join(path, file));
  const folder = dirname(path);
  const files = existsSync(folder) ? readdirSync(folder).map((file) => join(folder, file)) : [];
  return files.filter((file) => file.startsWith(`${path}.test.`));
}

test('every test that docs/reliability.md names is there', () => {
  const named = [...new Set([...page.matchAll(/`((?:unit|browser)\/[\w/-]+)`/g)].map(([, name = '']) => name))];
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((name) => filesOf(name).length === 0)).toEqual([]);
});

test('what docs/reliability.md says of a test in brackets is said in its file', () => {
  const remarks = [...page.matchAll(/`((?:unit|browser)\/[\w/-]+)` \(([^)]*)\)/g)];
  // The others tell how often or how large, and not what.
  const titles = remarks.filter(([, , remark = '']) => !/[*\d]/.test(remark));
  expect(titles.length).toBeGreaterThan(15);
  const missing = titles.flatMap(([, name = '', remark = '']) => {
    const code = filesOf(name)
      .filter((file) => /\.test\.tsx?$/.test(file))
      .map((file) => readFileSync(file, 'utf8').toLowerCase())
      .join('\n');
    const words = remark.replace(/(?:two|three) tests/, '').match(/[a-z]{4,}/g) ?? [];
    return words.filter((word) => !code.includes(word)).map((word) => `${name}: ${word}`);
  });
  expect(missing).toEqual([]);
});
