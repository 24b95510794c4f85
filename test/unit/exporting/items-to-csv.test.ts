import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { itemsToCsv } from '../../../src/exporting/items-to-csv.ts';
import { sampleMetadata } from '../fakes/sample-article.ts';

test('cells that a spreadsheet would run are text, and every cell reads back', () => {
  const titles = ['=cmd()', '+1', '-1', '@a', '\tx', '\rx', "'=quoted", 'a "b", c;\nd', '海', ''];
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

test('a time no calendar holds is an empty cell', () => {
  expect(itemsToCsv([sampleMetadata({ savedAt: 1e20 })])).toContain(',,unread,');
});
