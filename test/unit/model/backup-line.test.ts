import { expect, test } from 'vitest';
import { type BackupItem, parseBackupLine } from '../../../src/model/backup/backup-line.ts';
import type { SavedMetadata } from '../../../src/model/saved-article.ts';
import { sampleMetadata } from '../fakes/sample-article.ts';
import { sampleHighlight } from '../fakes/sample-highlight.ts';

const lineOf = (item: unknown) => parseBackupLine(JSON.stringify({ item }));
const linkOf = (metadata: Partial<SavedMetadata>) =>
  lineOf({ metadata: sampleMetadata({ kind: 'link', url: 'https://news.example/tide', ...metadata }), article: null });

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

const UNUSABLE_IDS = ['', 'a'.repeat(201), '\ud800', 'a\u0000b', '海'];

test.each(UNUSABLE_IDS)('what has an id that no message or address can carry is refused: %j', (id) => {
  expect(linkOf({ id })).toMatchObject({ kind: 'refused', code: 'record-damaged' });
  const highlight = JSON.stringify({ highlight: { ...sampleHighlight(), id } });
  expect(parseBackupLine(highlight)).toMatchObject({ kind: 'refused', code: 'record-damaged' });
});

test('tags that could not be listed or taken away again become some that can, and a missing title the address', () => {
  const tags = ['\ud83c', 'a'.repeat(200), `${'b'.repeat(199)}🌊`, 'c'.repeat(201), '', ' ', ' deep sea ', 'Deep Sea'];
  const { item } = linkOf({ title: '', tags }) as { item: BackupItem };
  expect(item.metadata).toMatchObject({
    title: 'https://news.example/tide',
    tags: ['\ufffd', 'a'.repeat(200), `${'b'.repeat(199)}\ufffd`, 'c'.repeat(200), 'deep sea'],
  });
  const many = linkOf({ tags: Array.from({ length: 1500 }, (_, at) => `tag ${at}`) }) as { item: BackupItem };
  expect(many.item.metadata.tags).toHaveLength(1500);
});

test('ids in other libraries that are none, or more than anybody has, are not taken, and their item is', () => {
  const ids = (count: number) => Array.from({ length: count }, (_id, at) => `id-${at}`);
  const metadata = sampleMetadata({ kind: 'link' });
  const taken = (otherIds: unknown) => {
    const line = lineOf({ metadata, article: null, otherIds });
    return line.kind === 'item' ? line.item.otherIds : line.kind;
  };
  expect(taken(ids(1000))).toEqual(ids(1000));
  expect([ids(1001), 'id', [7], ['a'.repeat(201)]].map(taken)).toEqual([[], [], [], []]);
});
