import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../../src');
/** Characters. The formatter breaks lines at 120, but no literal. */
const LONGEST_LINE = 160;
/** Written by `scripts/generate-han-variants.mjs`: a character each of two texts belong together. */
const GENERATED = join('model', 'search', 'han-variants.ts');

test('no literal makes a line that nobody can read: patterns, selectors and texts go over several', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const long = files
    .filter((file) => file !== GENERATED)
    .flatMap((file) =>
      readFileSync(join(SRC, file), 'utf8')
        .split('\n')
        .flatMap((line, index) => (line.length > LONGEST_LINE ? [`src/${file}:${index + 1}`] : [])),
    );
  expect(long).toEqual([]);
});
