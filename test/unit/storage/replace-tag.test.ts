import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { changeTags, moveItems, restoreItems } from '../../../src/storage/change-items.ts';
import type { LibraryDatabase } from '../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';
import { readTags } from '../../../src/storage/read-tags.ts';
import { replaceTag } from '../../../src/storage/replace-tag.ts';
import { saveLink } from '../../../src/storage/save-article.ts';

let database: LibraryDatabase;
let ids: string[];
const tagsOf = () => Promise.all(ids.map(async (id) => (await database.get('metadata', id))?.tags));

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
  ids = [];
  for (const tags of [['First', 'Sea', 'Last'], ['sea', 'Ocean'], ['Other'], ['Sea']]) {
    const { id } = await saveLink(database, { url: `https://news.example/${ids.length}`, title: 'x' });
    await changeTags(database, [id], { add: tags });
    ids.push(id);
  }
  await moveItems(database, [ids[3] ?? ''], 'deleted', { today: 0 });
});

test('a tag is renamed everywhere in its place among the others, and merged with one of that name', async () => {
  const report = await replaceTag(database, { from: 'Sea', to: ' Ocean ' });
  expect(await tagsOf()).toEqual([['First', 'Ocean', 'Last'], ['Ocean'], ['Other'], ['Ocean']]);
  expect(report).toEqual({ changed: [{ tag: 'Sea', ids: [ids[0], ids[3]] }], joined: [{ tag: 'sea', ids: [ids[1]] }] });
  expect((await readTags(database)).map(({ name, count }) => [name, count])).toContainEqual(['Ocean', 2]);
});

test('a damaged entry in Recently deleted does not prevent renaming a tag', async () => {
  await database.put('metadata', { id: 'bad', title: 'Bad', place: 'deleted', sort: 1 } as never);
  await replaceTag(database, { from: 'Sea', to: 'Ocean' });
  expect(await tagsOf()).toEqual([['First', 'Ocean', 'Last'], ['Ocean'], ['Other'], ['Ocean']]);
});

test('a renaming can be undone item by item with the spelling of each', async () => {
  await changeTags(database, [ids[2] ?? ''], { add: ['SEA'] });
  const { changed, joined } = await replaceTag(database, { from: 'Sea', to: 'Ocean' });
  for (const { tag, ids } of changed) await replaceTag(database, { from: 'Ocean', to: tag, ids });
  for (const { tag, ids } of joined) await changeTags(database, ids, { add: [tag] });
  expect(await tagsOf()).toEqual([['First', 'Sea', 'Last'], ['Ocean', 'sea'], ['Other', 'SEA'], ['Sea']]);
});

test('an item that was removed for good meanwhile does not prevent undoing the others', async () => {
  const { changed } = await replaceTag(database, { from: 'Sea', to: 'Ocean' });
  await database.delete('metadata', ids[3] ?? '');
  const report = await replaceTag(database, { from: 'Ocean', to: 'Sea', ids: changed[0]?.ids ?? [] });
  expect(report).toEqual({ changed: [{ tag: 'Ocean', ids: [ids[0]] }], joined: [] });
});

test('a change of the spelling is a renaming, too', async () => {
  await replaceTag(database, { from: 'Sea', to: 'SEA' });
  expect(await tagsOf()).toEqual([['First', 'SEA', 'Last'], ['SEA', 'Ocean'], ['Other'], ['SEA']]);
});

test('a deleted tag is on no item, and does not come back with a restored one', async () => {
  await replaceTag(database, { from: 'sea', to: null });
  await restoreItems(database, [ids[3] ?? '']);
  expect(await tagsOf()).toEqual([['First', 'Last'], ['Ocean'], ['Other'], []]);
  expect((await readTags(database)).map(({ name }) => name)).toEqual(['First', 'Last', 'Ocean', 'Other']);
});

test('spellings that the list of tags shows as one are one tag on an item, however they are added', async () => {
  const [first = '', second = ''] = ids;
  await changeTags(database, [first], { add: ['News', 'news', ' NEWS ', 'Café', 'Cafe', '旅遊', '旅游'] });
  expect((await tagsOf())[0]).toEqual(['First', 'Sea', 'Last', 'News', 'Café', '旅遊']);
  await changeTags(database, [first], { remove: ['cafe', '旅游'] });
  expect((await tagsOf())[0]).toEqual(['First', 'Sea', 'Last', 'News']);
  await changeTags(database, [second], { add: ['Océan'] });
  expect((await tagsOf())[1]).toEqual(['sea', 'Ocean']);
});

test('an item is read once for the list of tags, and not for each of its tags, of which it may have thousands', async () => {
  const tags = Array.from({ length: 300 }, (_, at) => `Week ${at}`);
  await changeTags(database, [ids[1] ?? ''], { add: tags });
  const reads = [IDBIndex, IDBObjectStore].map(({ prototype }) => vi.spyOn(prototype, 'get'));
  const listed = await readTags(database);
  expect(listed.map(({ name }) => name)).toEqual(['First', 'Last', 'Ocean', 'Other', listed[4]?.name, ...tags]);
  expect(reads.flatMap(({ mock }) => mock.calls).length).toBeLessThanOrEqual(ids.length);
});
