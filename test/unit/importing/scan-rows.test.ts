import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { scanRows } from '../../../src/importing/scan-rows.ts';

/** What the library gives that reads the whole table at once. */
const atOnce = (text: string) => Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' }).data;

test.each([
  ['plain', '\n', (at: number) => `${at},https://a.example/${at},title ${at}`],
  ['quoted, with line ends and quotes in cells', '\r\n', (at: number) => `${at},"a ""b""\r\n${at}, c",x`],
  ['Windows line ends', '\r\n', (at: number) => `${at},https://a.example/${at},`],
])('a table of many pieces is read as it would be at once: %s', (_what, end, row) => {
  const text = ['id,url,title', ...Array.from({ length: 20_000 }, (_unused, at) => row(at))].join(end);
  expect(text.length).toBeGreaterThan(300_000);
  const rows = [...scanRows(text)];
  expect(rows).toHaveLength(20_001);
  expect(rows).toEqual(atOnce(text));
});

test('a cell longer than a piece of the text is read completely', () => {
  const long = 'word\n'.repeat(100_000);
  const rows = [...scanRows(`url,note\nhttps://a.example/,"${long}"\nhttps://b.example/,short\n`)];
  expect(rows.map(([url, note]) => [url, note?.length])).toEqual([
    ['url', 4],
    ['https://a.example/', long.length],
    ['https://b.example/', 5],
  ]);
});

test.each([
  ['rows of empty cells', 'url;title;tags\n;;\n\nhttps://a.example/;one;two\n; ;\n'],
  ['a quote that never ends', 'url,title\nhttps://a.example/,one\nhttps://b.example/,"never\nends, ever'],
  ['an empty text', ''],
])('%s', (_what, text) => {
  expect([...scanRows(text)]).toEqual(atOnce(text));
});

test.each([',', ';', '\t', '|'])(
  'a short table of two columns that ends with a line end is split at %j',
  (delimiter) => {
    const rows = [
      ['url', 'title'],
      ['https://a.example/', 'one'],
    ];
    expect([...scanRows(rows.map((cells) => `${cells.join(delimiter)}\n`).join(''))]).toEqual(rows);
  },
);

test('a first line with the delimiter for Excel is used, and is not a row', () => {
  const rows = [
    ['url', 'title'],
    ['https://a.example/', 'one, two, three'],
  ];
  expect([...scanRows('sep=;\r\nurl;title\r\nhttps://a.example/;one, two, three')]).toEqual(rows);
  expect([...scanRows('\ufeffSEP=^\nurl^title\nhttps://a.example/^one, two, three')]).toEqual(rows);
});
