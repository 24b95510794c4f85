import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { itemsToCsv } from '../../../src/exporting/items-to-csv.ts';
import type { SavedMetadata } from '../../../src/model/saved-article.ts';
import { sampleMetadata } from '../fakes/sample-article.ts';

test('cells that a spreadsheet would run are escaped, and every cell reads back', () => {
  const titles = [
    '=cmd()',
    '+1',
    '-1',
    '@a',
    '\tx',
    '\rx',
    "'=quoted",
    "'+",
    "'-",
    "'@",
    "'\t",
    "'\r",
    "''",
    "'Tis",
    'a "b", c;\nd',
    ...['"', ',', '\r', '\n', ';', '\t', "'"].map((mark) => `a${mark}b`),
    '海',
    '',
  ];
  const csv = itemsToCsv(titles.map((title) => sampleMetadata({ title, tags: ['a|b', 'c d'] })));
  const { data, errors } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  expect(data.map(({ title }) => title?.replace(/^'(?=[=+\-@\t\r'])/, ''))).toEqual(titles);
  for (const { title } of data) expect(title).not.toMatch(/^[=+\-@\t\r]/);
  expect(data[0]).toMatchObject({
    saved: '2027-01-15T08:00:00.000Z',
    tags: 'a/b|c d',
    status: 'unread',
    favourite: '0',
  });
});

test('each column has the value of its name', () => {
  const rows = (metadata: Partial<SavedMetadata>) =>
    Papa.parse<Record<string, string>>(itemsToCsv([sampleMetadata(metadata)]).slice(1), { header: true }).data[0];
  const position = { block: 1, offset: 0, quote: '', progress: 0.456, at: 1 };
  expect(
    rows({
      ...{ url: 'https://a.example/x', title: 'The tide', byline: 'Ann Writer', siteName: 'News', lang: 'en' },
      ...{ publishedTime: '2026-05-03', place: 'archive', favourite: true, tags: ['a|b|c'], position, wordCount: 7 },
    }),
  ).toEqual({
    ...{ url: 'https://a.example/x', title: 'The tide', author: 'Ann Writer', site: 'News', language: 'en' },
    ...{ published: '2026-05-03', saved: '2027-01-15T08:00:00.000Z', status: 'archive', favourite: '1' },
    ...{ tags: 'a/b/c', progress: '46', words: '7' },
  });
  expect(rows({ byline: null, position: null, place: 'deleted' })).toMatchObject({
    ...{ author: '', progress: '0', status: 'deleted' },
  });
});

test('a time outside the range of dates is an empty cell', () => {
  expect(itemsToCsv([sampleMetadata({ savedAt: 1e20 })])).toContain(',,unread,');
});
