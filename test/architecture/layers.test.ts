import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect, test } from 'vitest';

/** Layers of docs/architecture.md: a folder may import from its own layer's folder and from lower layers only. */
const LAYER: Record<string, number> = {
  model: 0,
  extraction: 1,
  highlighting: 1,
  sanitising: 1,
  exporting: 1,
  importing: 1,
  platform: 1,
  storage: 2,
  messaging: 2,
  ui: 2,
  background: 3,
  content: 3,
  popup: 3,
  reader: 3,
  // It shows saved articles in the list's place, with the reader.
  library: 4,
  permission: 3,
  welcome: 3,
};

/** Folders that a folder may not import although they are lower, with the reason. */
const FORBIDDEN: [from: string, to: string, why: string][] = [
  ['content', 'storage', "a content script's IndexedDB belongs to the page's site"],
  ['ui', 'platform', 'components take props and callbacks and know nothing of where they are'],
  ['ui', 'storage', 'components take props and callbacks and know nothing of where they are'],
  ['extraction', 'platform', 'extraction works on a document alone, so that it can be tested and reused anywhere'],
];

const SRC = join(import.meta.dirname, '../../src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(?:tsx?|css|html)$/.test(file),
);
const sources = files.filter((file) => /\.tsx?$/.test(file));

interface Import {
  from: string;
  to: string;
  line: string;
}

function importsOf(file: string): Import[] {
  const code = readFileSync(join(SRC, file), 'utf8');
  const specifiers = [...code.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => match[1] ?? '');
  return specifiers
    .filter((specifier) => !specifier.endsWith('?script'))
    .map((specifier) => {
      const target = normalize(join(dirname(file), specifier));
      return { from: file, to: target, line: `src/${file} imports ${specifier}` };
    })
    .filter(({ to }) => !to.startsWith('..'));
}

const folderOf = (file: string): string => file.split('/')[0] ?? '';
const allImports = sources.flatMap(importsOf);
const imports = allImports.filter(({ from, to }) => folderOf(from) !== folderOf(to));

test('imports go down only, and folders of one layer do not import each other', () => {
  const breaches = imports.filter(({ from, to }) => {
    const [upper, lower] = [LAYER[folderOf(from)], LAYER[folderOf(to)]];
    return upper === undefined || lower === undefined || lower >= upper;
  });
  expect(breaches.map(({ line }) => line)).toEqual([]);
});

test.each(FORBIDDEN)('%s does not import %s: %s', (from, to) => {
  const breaches = imports.filter((found) => folderOf(found.from) === from && folderOf(found.to) === to);
  expect(breaches.map(({ line }) => line)).toEqual([]);
});

test('no file imports itself by way of others, not even for a type', () => {
  let left = allImports;
  // What imports only files outside every circle, or is imported by such alone, is outside as well.
  for (let before = Number.POSITIVE_INFINITY; left.length < before; ) {
    before = left.length;
    const [importing, imported] = [new Set(left.map(({ from }) => from)), new Set(left.map(({ to }) => to))];
    left = left.filter(({ from, to }) => imported.has(from) && importing.has(to));
  }
  expect(left.map(({ line }) => line)).toEqual([]);
});

test('the WebExtension API comes from one file, but where an import is too much', () => {
  const using = (pattern: RegExp) => sources.filter((file) => pattern.test(readFileSync(join(SRC, file), 'utf8')));
  expect(using(/'webextension-polyfill'/)).toEqual([join('platform', 'browser.ts')]);
  // The name itself, and neither a property nor a part of an address.
  const named = using(/(?<![\w.'/-])(?:chrome|globalThis\.(?:chrome|browser))\??\.[a-z]/);
  expect(named.toSorted()).toEqual([
    join('content', 'extract.iife.ts'),
    join('content', 'probe.iife.ts'),
    join('platform', 'early-reading.ts'),
    join('ui', 'parts', 'watch-roots.ts'),
  ]);
});

test('no file is over 300 lines and no file has a name that says nothing', () => {
  const [root, scripts] = [join(SRC, '..'), /^(?:scripts|test)\/.*\.m?tsx?$/];
  const beside = ['scripts', 'test'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  const all = [...files.map((file) => join('src', file)), ...beside.filter((file) => scripts.test(file))];
  const tooLong = all.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 301);
  const nameless = sources.filter((file) => /(^|\/)(utils?|helpers?|common|misc|manager|service|index)\b/.test(file));
  expect({ tooLong, nameless: nameless.map((file) => relative('.', file)) }).toEqual({ tooLong: [], nameless: [] });
});

test('no file of extraction is over 150 lines: each is one step of the reading', () => {
  const steps = sources.filter((file) => file.startsWith(join('extraction', '')));
  const tooLong = steps.filter((file) => readFileSync(join(SRC, file), 'utf8').split('\n').length > 151);
  expect(steps.length).toBeGreaterThan(100);
  expect(tooLong).toEqual([]);
});

test('the file in the middle of src, by length, has 60 to 90 lines: what only one file uses stands in it', () => {
  const lengths = sources.map((file) => readFileSync(join(SRC, file), 'utf8').split('\n').length - 1);
  const median = lengths.toSorted((one, other) => one - other)[Math.floor(lengths.length / 2)];
  expect(median).toBeGreaterThanOrEqual(60);
  expect(median).toBeLessThanOrEqual(90);
});
