import { expect, test } from 'vitest';
import { parseBackupLine } from '../../../src/model/backup/backup-line.ts';

const lineOf = (item: unknown) => parseBackupLine(JSON.stringify({ item }));

test.each([null, 'text', 7, [], {}, { metadata: null }, { metadata: 'text' }, { metadata: {} }])(
  'an item that is %j is refused, and no other line',
  (item) => {
    expect(lineOf(item)).toMatchObject({ kind: 'refused', code: 'record-damaged', title: '' });
  },
);

test('a refused item is named by its title, if it has one, cut to the limit', () => {
  expect(lineOf({ metadata: { title: 'The tide' } })).toMatchObject({ title: 'The tide' });
  expect(lineOf({ metadata: { title: 7 } })).toMatchObject({ title: '' });
  expect(lineOf({ metadata: { title: 'a'.repeat(5000) } })).toMatchObject({ title: 'a'.repeat(200) });
});

test.each(['null', '7', '"text"', '[{"item":{}}]', '{'])('the line %s is refused', (line) => {
  expect(parseBackupLine(line)).toMatchObject({ kind: 'refused', code: 'record-damaged' });
});

test('a record of an unknown kind is named by its keys, cut to the limit', () => {
  const line = parseBackupLine(JSON.stringify({ ['a'.repeat(5000)]: 1 }));
  expect(line).toMatchObject({ code: 'record-unknown', detail: 'a'.repeat(200) });
});
