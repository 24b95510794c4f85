import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../../src');
/** What the background is made of, and every start of it reads. */
const BACKGROUND = /^(?:background|storage|messaging|platform|model\/search)\/.*\.ts$/;

test('no script of the background has a browser make sets of characters at its start: see late-pattern.ts', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => BACKGROUND.test(file));
  const naming = files.flatMap((file) =>
    readFileSync(join(SRC, file), 'utf8')
      .split('\n')
      .filter((line) => line.includes(String.raw`\p{`))
      .map((line) => ({ file, line })),
  );
  expect(naming.length).toBeGreaterThan(3);
  // A text is no pattern yet; `new RegExp` makes one of it.
  expect(naming.filter(({ line }) => !line.includes('String.raw'))).toEqual([]);
  const making = files.filter((file) => /^const \w+ = new RegExp\(/m.test(readFileSync(join(SRC, file), 'utf8')));
  expect(making).toEqual([]);
});
