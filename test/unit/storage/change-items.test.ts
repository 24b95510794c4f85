import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { MOST_HIDDEN } from '../../../src/model/hidden-blocks.ts';
import {
  changeTags,
  keepHidden,
  markOpened,
  moveItems,
  restoreItems,
  setFavourite,
} from '../../../src/storage/change-items.ts';
import type { LibraryDatabase } from '../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';
import { readList } from '../../../src/storage/read-items.ts';
import { replaceTag } from '../../../src/storage/replace-tag.ts';
import { saveLink } from '../../../src/storage/save-article.ts';

let database: LibraryDatabase;
let id: string;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
  ({ id } = await saveLink(database, { url: 'https://news.example/', title: 'News' }, 1000));
});

const read = () => database.get('metadata', id);

test('an item that another window has moved meanwhile is moved only from the place where it was seen', async () => {
  await moveItems(database, [id], 'archive', { today: 0, now: 2000 });
  expect(await moveItems(database, [id], 'deleted', { today: 0, now: 3000, from: ['list'] })).toEqual([]);
  expect(await read()).toMatchObject({ place: 'archive', movedAt: 2000 });
  expect(await moveItems(database, [id], 'list', { today: 0, now: 3000, from: ['archive', 'deleted'] })).toEqual([id]);
  await moveItems(database, [id], 'deleted', { today: 0, now: 4000 });
  expect(await moveItems(database, [id], 'list', { today: 0, now: 5000, from: ['deleted'] })).toEqual([]);
});

test('Undo of a move to the list puts each item back at its row in the archive, and counts as the later move', async () => {
  const ids = [id];
  for (const name of ['two', 'three'])
    ids.push((await saveLink(database, { url: `https://${name}.example/`, title: name }, 1000)).id);
  for (const [index, one] of ids.entries())
    await moveItems(database, [one], 'archive', { today: 0, now: 2000 + index * 100 });
  const archive = async () => (await readList(database, { place: 'archive', limit: 9 })).items.map((item) => item.id);
  const before = await archive();
  expect(before).toEqual(ids.toReversed());
  await moveItems(database, [ids[0] ?? '', ids[1] ?? ''], 'list', { today: 0, now: 3000 });
  await moveItems(database, [ids[0] ?? '', ids[1] ?? ''], 'archive', { today: 0, now: 4000, from: ['list'] });
  expect(await archive()).toEqual(before);
  expect(await read()).toMatchObject({ movedAt: 2000, movedBefore: 4000 });
  // Whoever archives it again later has it on top.
  await moveItems(database, [id], 'list', { today: 0, now: 5000 });
  await moveItems(database, [id], 'archive', { today: 0, now: 6000 });
  expect((await archive())[0]).toBe(id);
});

test('an item that another window has restored and archived stays in the archive when it is restored again', async () => {
  await moveItems(database, [id], 'deleted', { today: 0, now: 2000 });
  await restoreItems(database, [id], 2500);
  await moveItems(database, [id], 'archive', { today: 0, now: 3000 });
  expect(await restoreItems(database, [id], 4000)).toEqual([]);
  expect(await read()).toMatchObject({ place: 'archive', movedAt: 3000 });
});

test('an item that is gone does not prevent changes of the others', async () => {
  expect(await setFavourite(database, ['gone', id], true)).toEqual([id]);
  expect(await markOpened(database, 'gone')).toEqual([]);
  expect(await database.count('metadata')).toBe(1);
});

test('an item that needs no change keeps its time, by which backups merge', async () => {
  await setFavourite(database, [id], true, 2000);
  await changeTags(database, [id], { add: ['Sea', 'salt'] }, 2000);
  expect(await setFavourite(database, [id], true, 3000)).toEqual([]);
  expect(await changeTags(database, [id], { add: ['sea'], remove: ['pepper'] }, 3000)).toEqual([]);
  expect(await read()).toMatchObject({ favouriteAt: 2000, tags: ['Sea', 'salt'], tagsAt: 2000 });
  expect(await replaceTag(database, { from: 'pepper', to: 'chilli', ids: [id] }, 3000)).toEqual({
    ...{ changed: [], joined: [] },
  });
  expect(await read()).toMatchObject({ tags: ['Sea', 'salt'], tagsAt: 2000 });
});

test('a change while the clock is behind is later than the one before it', async () => {
  await setFavourite(database, [id], true, 9000);
  await changeTags(database, [id], { add: ['sea'] }, 9000);
  await setFavourite(database, [id], false, 2000);
  await changeTags(database, [id], { remove: ['sea'] }, 2000);
  expect(await read()).toMatchObject({ favourite: false, favouriteAt: 9001, tags: [], tagsAt: 9001 });
});

test('tags are trimmed and not empty, and a tag is removed in any spelling', async () => {
  await changeTags(database, [id], { add: ['  Sea ', ' ', '', 'salt'] });
  expect((await read())?.tags).toEqual(['Sea', 'salt']);
  await changeTags(database, [id], { remove: ['SEA'] });
  expect((await read())?.tags).toEqual(['salt']);
  await replaceTag(database, { from: 'salt', to: '  sea   salt ' });
  expect((await read())?.tags).toEqual(['sea salt']);
});

test('a tag that is renamed to another one of the item, in any spelling, is merged with it', async () => {
  await changeTags(database, [id], { add: ['Sea', 'ocean'] });
  expect(await replaceTag(database, { from: 'ocean', to: 'sea' })).toEqual({
    ...{ changed: [], joined: [{ tag: 'ocean', ids: [id] }] },
  });
  expect((await read())?.tags).toEqual(['Sea']);
});

test('the latest blocks stay hidden where very many are', async () => {
  const hide = (nth: number) => ({ block: { quote: 'The tide', nth }, isHidden: true });
  const all = Array.from({ length: MOST_HIDDEN + 5 }, (_, nth) => hide(nth));
  await keepHidden(database, id, all, 2000);
  const blocks = (await read())?.hidden?.blocks;
  expect([blocks?.length, blocks?.[0]?.nth, blocks?.at(-1)?.nth]).toEqual([MOST_HIDDEN, 5, MOST_HIDDEN + 4]);
});

test('what is moved together stands in its new place in the order it had', async () => {
  const ids: string[] = [];
  for (let day = 40; day > 0; day -= 1) {
    ids.push((await saveLink(database, { url: `https://a.example/${day}`, title: `Day ${day}` }, day)).id);
  }
  const idsIn = async (place: 'archive' | 'deleted') =>
    (await readList(database, { place, limit: 50 })).items.map(({ id }) => id);
  // In two messages, as thousands are, the last first: the second comes a millisecond later.
  await moveItems(database, ids.slice(20), 'archive', { today: 0, now: 5000 });
  await moveItems(database, ids.slice(0, 20), 'archive', { today: 0, now: 5001 });
  expect(await idsIn('archive')).toEqual(ids);
  await moveItems(database, ids, 'deleted', { today: 0, now: 6000 });
  expect(await idsIn('deleted')).toEqual(ids);
});
