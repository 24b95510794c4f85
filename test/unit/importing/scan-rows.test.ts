import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { scanRows } from '../../../src/importing/scan-rows.ts';
import { processorTime } from '../processor-time.ts';

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
  ['a quote that never ends in a text of many lines', 'url,title\nhttps://a.example/,"never\nends\never'],
  ['quotes in a quoted text of many lines', 'title,url\n"She said "no", then\n"yes", and left",https://a.example/\n'],
  [
    'quotes in a quoted text of one line',
    'title,url\n"She said "no" twice",https://a.example/\nb,https://b.example/\n',
  ],
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

test.each([
  ['one that no later quote closes', 'C;https://c.example/;3'],
  ['one that a later quote closes', '"C; d";https://c.example/;3'],
  ['another one', '"C" d;https://c.example/;3'],
])('a title that begins with an unescaped quote does not take the rows below it with it: %s', (_what, last) => {
  const table = (end: string) =>
    ['title;url;time', '"A" a;https://a.example/;1', 'B;https://b.example/;2', last, 'D;https://d.example/;4'].join(
      end,
    );
  for (const end of ['\n', '\r\n']) {
    const rows = [...scanRows(table(end))];
    expect(rows.map((cells) => cells.slice(1))).toEqual([
      ['url', 'time'],
      ...['a', 'b', 'c', 'd'].map((name, at) => [`https://${name}.example/`, `${at + 1}`]),
    ]);
    expect(rows[1]?.[0]).toBe('"A" a');
  }
});

test('the last row of a table keeps its cells when its title begins with a quote that is not closed', () => {
  expect([...scanRows('title,url\n"A,https://a.example/')]).toEqual([
    ['title', 'url'],
    ['"A', 'https://a.example/'],
  ]);
});

test('a table in which every title begins with an unescaped quote is read in time, row by row', () => {
  const row = (at: number) => `"Title" ${at},https://a.example/${at}`;
  const start = processorTime();
  const rows = [...scanRows(['title,url', ...Array.from({ length: 20_000 }, (_unused, at) => row(at))].join('\n'))];
  expect(rows).toHaveLength(20_001);
  expect(rows.at(-1)).toEqual(['"Title" 19999', 'https://a.example/19999']);
  expect(processorTime() - start).toBeLessThan(5_000);
});
