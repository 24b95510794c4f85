import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { moveItems, restoreItems } from '../../../src/storage/change-items.ts';
import { checkLibrary } from '../../../src/storage/check-library.ts';
import { dropCopy } from '../../../src/storage/copies/change-copies.ts';
import { readCopies } from '../../../src/storage/copies/stored-copies.ts';
import { joinKept } from '../../../src/storage/join-link.ts';
import type { LibraryDatabase } from '../../../src/storage/library-schema.ts';
import { libraryWrites } from '../../../src/storage/library-writes.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';
import { purgeDeleted } from '../../../src/storage/purge-deleted.ts';
import { readSaved } from '../../../src/storage/read-items.ts';
import { saveArticle, saveLink } from '../../../src/storage/save-article.ts';
import { undoSave } from '../../../src/storage/undo-save.ts';
import { updateCopy } from '../../../src/storage/update-copy.ts';
import { dressItem } from './dress-item.ts';
import { sampleArticle } from './sample-article.ts';

const SHORT = 'https://short.example/x';
const picture = (name: string): string => `<img src="https://pictures.example/${name}.png">`;
const withPicture = (name: string) => {
  const text = `The tide comes in twice a day: ${name}. Nobody on the island owns a clock.`;
  return sampleArticle({ text, html: `<p>${text}</p>${picture(name)}` });
};
const PAGE = sampleArticle().url;

let database: LibraryDatabase;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
});

/** All that a person has, as it is stored; of the search index an item keeps no more than which of its entries counts. */
async function everything(): Promise<object> {
  const stores = ['bodies', 'copies', 'highlights', 'pictures', 'pictureJobs', 'damaged'] as const;
  const records = await Promise.all(stores.map(async (store) => [store, await database.getAll(store)] as const));
  const metadata = (await database.getAll('metadata')).map((item) => ({ ...item, searchStamp: 0 }));
  return { ...Object.fromEntries(records), metadata };
}

async function link(url: string, at: number): Promise<string> {
  const { id } = await saveLink(database, { url, title: 'Read me' }, at);
  await dressItem(database, id, at + 10);
  return id;
}

async function deletedArticle(): Promise<string> {
  const { id } = await saveArticle(database, { article: withPicture('first') }, 1000);
  await updateCopy(database, withPicture('second'), 1100);
  await dressItem(database, id, 1200);
  await moveItems(database, [id], 'archive', { today: 0, now: 1300 });
  await moveItems(database, [id], 'deleted', { today: 7, now: 1400 });
  return id;
}

/** A link that has had a text, which a check has found to be gone: an older one is left, put behind it at `at`. */
async function linkWithOlderText(at: number): Promise<void> {
  const { id } = await saveArticle(database, { article: withPicture('first') }, 1000);
  await updateCopy(database, sampleArticle(), at);
  await database.delete('bodies', id);
  await checkLibrary(database);
  await dressItem(database, id, 1200);
}

test.each([
  ['nothing', async () => undefined],
  ['a link', () => link(PAGE, 1000)],
  ['an archived link', async () => moveItems(database, [await link(PAGE, 1000)], 'archive', { today: 0, now: 1500 })],
  ['a deleted link', async () => moveItems(database, [await link(PAGE, 1000)], 'deleted', { today: 7, now: 1500 })],
  ['a link that led there', () => link(SHORT, 1000)],
  ['a deleted article', deletedArticle],
  ['a deleted article and a link that led there', async () => [await deletedArticle(), await link(SHORT, 1600)]],
  [
    'a deleted link and another that led there',
    async () => {
      await moveItems(database, [await link(PAGE, 1000)], 'deleted', { today: 7, now: 1500 });
      await link(SHORT, 1600);
    },
  ],
  ['two links of which one led there', async () => [await link(PAGE, 1000), await link(SHORT, 1600)]],
  ['a link with an older text', () => linkWithOlderText(1100)],
  ['a link with an older text from a clock that was ahead', () => linkWithOlderText(5000)],
])('a save that is taken back at once leaves what was there, and nothing else: %s', async (_what, before) => {
  await before();
  const there = await everything();
  const save = await saveArticle(database, { article: withPicture('third'), aliases: [SHORT] }, 3000);
  expect(await everything()).not.toEqual(there);
  await undoSave(database, save, 3100, 9);
  expect(await everything()).toEqual(there);
});

test('a link whose own page is saved becomes the article with all its data, and undo gives it back with them', async () => {
  const id = await link(PAGE, 1000);
  const there = await everything();
  const save = await saveArticle(database, { article: sampleArticle(), aliases: [PAGE] }, 3000);
  expect(save.id).toBe(id);
  expect(await database.get('metadata', id)).toMatchObject({ kind: 'article', tags: ['tag 1010'], favourite: true });
  expect((await database.getAll('highlights')).map(({ note }) => note)).toEqual(['note 1010']);
  await undoSave(database, save, 3100, 9);
  expect(await everything()).toEqual(there);
});

test('a deleted article that is saved again is like one that was never deleted', async () => {
  const id = await deletedArticle();
  await saveArticle(database, { article: withPicture('third') }, 3000);
  expect(await database.get('metadata', id)).toMatchObject({
    ...{ place: 'list', placeBefore: null, movedBefore: null, deletedDay: null, savedAt: 3000 },
  });
});

test.each([
  ['a new article', async () => undefined],
  ['a link', () => link(PAGE, 1000)],
])('a text that was put behind the one in front since is in Recently deleted with it: %s', async (_what, before) => {
  await before();
  const long = sampleArticle({ text: 'The tide comes in twice a day. '.repeat(40) });
  const save = await saveArticle(database, { article: long }, 3000);
  expect(await updateCopy(database, sampleArticle({ text: 'Shorter, and seen since.' }), 3050)).toMatchObject({
    aside: 'shorter',
  });
  expect(await undoSave(database, save, 3100)).toEqual([save.id]);
  expect(await database.get('metadata', save.id)).toMatchObject({ kind: 'article', place: 'deleted' });
  expect((await database.getAll('copies')).map(({ article }) => article.text)).toEqual(['Shorter, and seen since.']);
  await purgeDeleted(database, { daysKept: 0 });
  expect(await database.count('copies')).toBe(0);
});

test.each([
  ['a new article', async () => undefined, { kind: 'article', place: 'deleted' }],
  ['a link', () => link(PAGE, 1000), { kind: 'link', place: 'list' }],
])('a link that joined it since is not lost: its address leads to the item, %s before', async (_what, before, is) => {
  await before();
  const save = await saveArticle(database, { article: sampleArticle() }, 3000);
  await saveLink(database, { url: SHORT, title: 'Read me' }, 3010);
  await joinKept(database, save.id, [SHORT], 3020);
  await undoSave(database, save, 3100, 9);
  expect(await database.get('metadata', save.id)).toMatchObject(is);
  expect((await saveLink(database, { url: SHORT, title: 'Again' }, 3200)).id).toBe(save.id);
});

test('undo of saving a deleted article again, archived since, returns it to Recently deleted with its days', async () => {
  const id = await deletedArticle();
  const save = await saveArticle(database, { article: withPicture('third') }, 3000);
  await moveItems(database, [id], 'archive', { today: 0, now: 3050 });
  await undoSave(database, save, 3100, 9);
  expect(await database.get('metadata', id)).toMatchObject({ place: 'deleted', deletedDay: 7, movedAt: 1400 });
});

test('a link whose page was saved, archived and deleted since returns to that place in the archive when it is restored', async () => {
  const id = await link(PAGE, 1000);
  const save = await saveArticle(database, { article: withPicture('third') }, 3000);
  await moveItems(database, [id], 'archive', { today: 0, now: 3050 });
  await moveItems(database, [id], 'deleted', { today: 9, now: 3060 });
  await undoSave(database, save, 3100, 9);
  await restoreItems(database, [id], 3200);
  expect(await database.get('metadata', id)).toMatchObject({ kind: 'link', place: 'archive', movedAt: 3050 });
});

test('an item that Undo moves to Recently deleted stays there for 30 days from today', async () => {
  await database.put('tallies', { day: 90, countedTo: Date.now() }, 'days');
  const writes = libraryWrites({
    database: async () => database,
    forget: async () => undefined,
    close: () => undefined,
  });
  const save = await writes.saveLink({ url: PAGE, title: 'Tide' });
  await writes.changeTags([save.id], { add: ['sea'] });
  expect(await writes.undoSave(save)).toBe(true);
  expect(await database.get('metadata', save.id)).toMatchObject({ place: 'deleted', deletedDay: 90 });
});

test('undo of saving a deleted article again, whose old text the person has removed since, leaves it whole with the text that there is', async () => {
  const id = await deletedArticle();
  const save = await saveArticle(database, { article: withPicture('third') }, 3000);
  const [replaced] = (await readCopies(database, id)).filter(({ keptAt }) => keptAt === 3000);
  await dropCopy(database, id, replaced?.keptAt ?? 0);
  await undoSave(database, save, 3100, 9);
  expect(await readSaved(database, id)).toMatchObject({
    metadata: { place: 'deleted' },
    article: withPicture('third'),
  });
  expect(await checkLibrary(database)).toMatchObject({ mended: 0, withoutText: [] });
});
