import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchChanges } from '../../../../src/platform/library-changes.ts';
import { moveItems } from '../../../../src/storage/change-items.ts';
import { dropCopy, useCopy } from '../../../../src/storage/copies/change-copies.ts';
import { today } from '../../../../src/storage/day-count.ts';
import type { LibraryConnection } from '../../../../src/storage/library-connection.ts';
import type { LibraryDatabase } from '../../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import {
  countPending,
  libraryPictures,
  nextPending,
  pendingPictures,
  requeuePictures,
} from '../../../../src/storage/pictures/library-pictures.ts';
import { readPictureReceipt, readPictures } from '../../../../src/storage/pictures/read-pictures.ts';
import { keepPicture, type PictureKey, refusePicture } from '../../../../src/storage/pictures/settle-picture.ts';
import { purgeDeleted } from '../../../../src/storage/purge-deleted.ts';
import { readMetadata } from '../../../../src/storage/read-items.ts';
import { saveArticle, saveLink } from '../../../../src/storage/save-article.ts';
import { undoSave } from '../../../../src/storage/undo-save.ts';
import { updateCopy } from '../../../../src/storage/update-copy.ts';
import { sampleArticle } from '../sample-article.ts';
import { undoLastSave } from '../undo-last-save.ts';

const DAY = 24 * 60 * 60 * 1000;
const START = 1_790_000_000_000;
const ONE = 'https://pictures.example/1.png';
const TWO = 'https://pictures.example/2.png';
const picture = (content: string) => ({ bytes: new Blob([content], { type: 'image/png' }), hash: `hash-${content}` });
const withPictures = (urls: string[], over = {}) =>
  sampleArticle({ html: `<p>The tide.</p>${urls.map((url) => `<img src="${url}">`).join('')}`, ...over });

let database: LibraryDatabase;
let id: string;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
  ({ id } = await saveArticle(database, { article: withPictures([ONE, TWO]) }, START));
});

afterEach(() => vi.restoreAllMocks());

const counts = async (of = id) => (await readMetadata(database, [of]))[0]?.pictures;

test('a saved article has its pictures in the queue, and its list entry says so', async () => {
  expect((await pendingPictures(database, id)).map(({ url }) => url)).toEqual([ONE, TWO]);
  expect(await counts()).toEqual({ total: 2, kept: 0, pending: 2 });
});

test('an article without pictures has no queue and no count of pictures', async () => {
  const plain = await saveArticle(database, { article: sampleArticle({ url: 'https://news.example/plain' }) });
  expect(await counts(plain.id)).toBeUndefined();
  expect(await countPending(database)).toBe(2);
});

test('the receipt is about the current text, and pictures of older texts stay', async () => {
  await keepPicture(database, { articleId: id, url: ONE }, picture('harbour'));
  await updateCopy(
    database,
    withPictures([TWO], { text: 'Another text. '.repeat(200), contentHash: 'other' }),
    START + DAY,
  );
  expect(await readPictureReceipt(database, id)).toMatchObject({ total: 1, kept: 0 });
  expect((await readPictures(database, id)).map(({ url, state }) => [url, state])).toContainEqual([ONE, 'kept']);
});

test('requesting some refused pictures again leaves the others refused', async () => {
  for (const url of [ONE, TWO]) await refusePicture(database, { articleId: id, url }, 'gone');
  expect(await requeuePictures(database, id, [ONE])).toEqual([ONE]);
  expect((await pendingPictures(database, id)).map(({ url }) => url)).toEqual([ONE]);
  expect(await requeuePictures(database, id, null)).toEqual([TWO]);
});

test('stored and refused pictures are counted in the receipt, with the reason, once', async () => {
  for (let turn = 0; turn < 2; turn += 1) {
    await keepPicture(database, { articleId: id, url: ONE }, picture('harbour'));
    await refusePicture(database, { articleId: id, url: TWO }, 'needs-access', { width: 640, height: 400 });
  }
  expect(await readPictureReceipt(database, id)).toEqual({
    total: 2,
    kept: 1,
    pending: 0,
    bytes: 7,
    refused: [{ url: TWO, problem: 'needs-access' }],
  });
  expect(await counts()).toEqual({ total: 2, kept: 1, pending: 0 });
  await refusePicture(database, { articleId: id, url: ONE }, 'gone');
  expect(await readPictureReceipt(database, id)).toMatchObject({ kept: 1 });
});

test('a refused picture that is requested again waits at the front, with the size in its page', async () => {
  await refusePicture(database, { articleId: id, url: TWO }, 'needs-access', { width: 640, height: 400 });
  expect(await requeuePictures(database, id, [ONE, TWO])).toEqual([TWO]);
  expect(await nextPending(database, START, START)).toEqual({
    articleId: id,
    url: TWO,
    size: { width: 640, height: 400 },
  });
  expect(await counts()).toMatchObject({ pending: 2 });
});

test('a picture queued while the clock was ahead does not wait until then, and one that a page is reading waits', async () => {
  await keepPicture(database, { articleId: id, url: TWO }, picture('two'));
  const [second, minute] = [1000, 60_000];
  expect(await nextPending(database, START - minute + second, START + second)).toBeNull();
  expect((await nextPending(database, START - DAY - minute, START - DAY))?.url).toBe(ONE);
});

test('a picture that arrives after its save was undone leaves nothing behind', async () => {
  await undoLastSave(database, id);
  expect(await keepPicture(database, { articleId: id, url: ONE }, picture('late'))).toBe(false);
  expect(await database.count('pictures')).toBe(0);
  expect(await database.count('pictureJobs')).toBe(0);
});

test('a picture that has changed replaces its stored bytes', async () => {
  await keepPicture(database, { articleId: id, url: ONE }, picture('harbour'));
  await keepPicture(database, { articleId: id, url: ONE }, picture('harbour at night'));
  expect(await database.getAllKeys('pictures')).toEqual(['hash-harbour at night']);
  expect(await readPictureReceipt(database, id)).toMatchObject({ kept: 1, bytes: 16 });
});

test('the same bytes are stored once, and removed with the last article that shows them', async () => {
  const other = await saveArticle(
    database,
    { article: withPictures([TWO], { url: 'https://news.example/other' }) },
    START,
  );
  await keepPicture(database, { articleId: id, url: ONE }, picture('same'));
  await keepPicture(database, { articleId: other.id, url: TWO }, picture('same'));
  expect(await database.count('pictures')).toBe(1);
  await purgeDeleted(database, { now: START });
  await moveItems(database, [id], 'deleted', { today: await today(database, START), now: START });
  for (let day = 1; day <= 30; day += 1) await purgeDeleted(database, { now: START + day * DAY });
  expect(await database.count('metadata')).toBe(1);
  expect(await database.count('pictures')).toBe(1);
  await undoSave(database, other);
  expect(await database.count('pictures')).toBe(1);
  await moveItems(database, [other.id], 'deleted', { today: await today(database, START), now: START });
  for (let day = 31; day <= 70; day += 1) await purgeDeleted(database, { now: START + day * DAY });
  expect(await database.count('pictures')).toBe(0);
});

test('Update copy keeps stored pictures, queues new ones, and keeps those of the older text without counting them', async () => {
  await keepPicture(database, { articleId: id, url: ONE }, picture('one'));
  await keepPicture(database, { articleId: id, url: TWO }, picture('two'));
  const text = 'The tide comes in twice a day.\nNobody on the island owns a clock, and nobody misses one.';
  await updateCopy(database, withPictures([TWO, 'https://pictures.example/3.png'], { text, contentHash: 'new' }));
  expect(await counts()).toEqual({ total: 2, kept: 1, pending: 1 });
  const all = await readPictures(database, id);
  expect(all.map(({ url, state }) => [url.slice(-5), state])).toEqual([
    ['1.png', 'kept'],
    ['2.png', 'kept'],
    ['3.png', 'pending'],
  ]);
});

test('making an older text current while the queue runs keeps waiting pictures and known outcomes', async () => {
  const longer = { text: 'Newer and longer text of the page. '.repeat(3) };
  await refusePicture(database, { articleId: id, url: TWO }, 'gone');
  await updateCopy(database, withPictures([ONE, 'https://pictures.example/3.png'], longer), START + 1);
  await useCopy(database, id, START + 1, START + 2);
  expect((await pendingPictures(database, id)).map(({ url }) => url)).toEqual([ONE, 'https://pictures.example/3.png']);
  expect((await readPictureReceipt(database, id)).refused).toEqual([expect.objectContaining({ problem: 'gone' })]);
  expect(await counts()).toEqual({ total: 2, kept: 0, pending: 1 });
});

test('undo of a save counts pictures stored meanwhile, and requests none of an article that is deleted again', async () => {
  await refusePicture(database, { articleId: id, url: TWO }, 'gone');
  await moveItems(database, [id], 'deleted', { today: 0, now: START + 1 });
  await saveLink(database, { url: sampleArticle().url, title: 'The tide' }, START + 2);
  await keepPicture(database, { articleId: id, url: ONE }, picture('one'));
  await undoLastSave(database, id, START + 3);
  expect(await counts()).toEqual({ total: 2, kept: 1, pending: 0 });

  await saveArticle(database, { article: sampleArticle({ text: 'Newer text of the page.' }) }, START + 4);
  await undoLastSave(database, id, START + 5);
  expect(await counts()).toEqual({ total: 2, kept: 1, pending: 0 });
  expect(await pendingPictures(database, id)).toEqual([]);
});

test('a stored picture whose bytes are gone is refused as missing, so that it can be stored again', async () => {
  await keepPicture(database, { articleId: id, url: ONE }, picture('one'));
  await database.delete('pictures', 'hash-one');
  expect((await readPictures(database, id))[0]).toMatchObject({ state: 'refused', problem: 'missing', blob: null });
  expect(await requeuePictures(database, id, [ONE, TWO])).toEqual([ONE]);
  expect(await counts()).toEqual({ total: 2, kept: 0, pending: 2 });
  await keepPicture(database, { articleId: id, url: ONE }, picture('one'));
  expect((await readPictures(database, id))[0]).toMatchObject({ state: 'kept', bytes: 3 });
});

test('a picture whose file the browser has lost is missing, the others are shown, and it can be stored again', async () => {
  await keepPicture(database, { articleId: id, url: ONE }, picture('one'));
  await keepPicture(database, { articleId: id, url: TWO }, picture('two'));
  const { get, put } = IDBObjectStore.prototype;
  let isLost = true;
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
    if (isLost && key === 'hash-one') throw new DOMException('Data lost due to missing file.', 'NotReadableError');
    return get.call(this, key);
  });
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    if (this.name === 'pictures') isLost = false;
    return put.call(this, value, key);
  });
  expect((await readPictures(database, id)).map(({ state, problem }) => [state, problem])).toEqual([
    ['refused', 'missing'],
    ['kept', null],
  ]);
  await requeuePictures(database, id, [ONE]);
  expect(await database.getAllKeys('pictures')).toEqual(['hash-two']);
  await keepPicture(database, { articleId: id, url: ONE }, picture('one'));
  expect((await readPictures(database, id)).map(({ state }) => state)).toEqual(['kept', 'kept']);
});

test('removing an older text removes its pictures, except those that another older text shows', async () => {
  const long = (word: string) => ({ text: `${word} text of the page. `.repeat(20), contentHash: word });
  for (const url of [ONE, TWO]) await keepPicture(database, { articleId: id, url }, picture(url));
  await updateCopy(database, withPictures([TWO], long('second')), START + 1);
  await updateCopy(database, withPictures([], long('third')), START + 2);
  expect(await counts()).toBeUndefined();
  // The first, which alone shows ONE.
  await dropCopy(database, id, START + 1);
  expect((await readPictures(database, id)).map(({ url, state }) => [url, state])).toEqual([[TWO, 'kept']]);
  expect(await database.getAllKeys('pictures')).toEqual([`hash-${TWO}`]);
});

test('requesting all pictures again requests those of the current text', async () => {
  for (const url of [ONE, TWO]) await refusePicture(database, { articleId: id, url }, 'gone');
  const longer = { text: 'Newer and longer text of the page. '.repeat(9), contentHash: 'newer' };
  await updateCopy(database, withPictures([TWO], longer), START + 1);
  await refusePicture(database, { articleId: id, url: TWO }, 'gone');
  expect(await requeuePictures(database, id, null)).toEqual([TWO]);
});

test('a page that reports a picture whose bytes are gone restores them', async () => {
  await keepPicture(database, { articleId: id, url: ONE }, picture('one'));
  await database.delete('pictures', 'hash-one');
  await keepPicture(database, { articleId: id, url: ONE }, picture('one'));
  expect((await readPictures(database, id))[0]).toMatchObject({ state: 'kept' });
});

test('pictures are counted one by one as they are settled, not all of them each time', async () => {
  const urls = Array.from({ length: 40 }, (_, at) => `https://pictures.example/many/${at}.png`);
  const { id: many } = await saveArticle(database, { article: withPictures(urls, { url: 'https://many.example/' }) });
  const all = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  for (const [at, url] of urls.entries()) {
    if (at % 2 === 0) await keepPicture(database, { articleId: many, url }, picture(`${at}`));
    else await refusePicture(database, { articleId: many, url }, 'gone');
  }
  await keepPicture(database, { articleId: many, url: urls[1] ?? '' }, picture('1'));
  expect(all).not.toHaveBeenCalled();
  all.mockRestore();
  expect(await counts(many)).toEqual({ total: 40, kept: 21, pending: 0 });
});

test('pictures removed with an older text, when the current one is lost, are no longer counted', async () => {
  await updateCopy(database, withPictures([TWO], { text: 'Other. '.repeat(300), contentHash: 'other' }), START + DAY);
  await database.delete('bodies', id);
  await dropCopy(database, id, START + DAY);
  expect(await database.count('pictureJobs')).toBe(0);
  expect(await counts()).toBeUndefined();
});

test.each([
  ['says that none waits', { total: 2, kept: 2, pending: 0 }],
  ['says that more wait than there are', { total: 1, kept: 0, pending: 5 }],
])('an entry that %s is counted anew when a picture is settled', async (_what, wrong) => {
  const entry = await database.get('metadata', id);
  if (entry) await database.put('metadata', { ...entry, pictures: wrong });
  await keepPicture(database, { articleId: id, url: ONE }, picture('harbour'));
  expect(await counts()).toEqual({ total: 2, kept: 1, pending: 1 });
});

test('windows are told of each picture that is stored, refused or requested again, and not when nothing changed', async () => {
  const queue = libraryPictures({ database: async () => database } as unknown as LibraryConnection);
  const told: (readonly string[] | null)[] = [];
  const end = new AbortController();
  watchChanges(({ ids }) => told.push(ids), end.signal);
  const [one, two] = [ONE, TWO].map((url) => ({ articleId: id, url })) as [PictureKey, PictureKey];
  await queue.refuse({ articleId: 'gone', url: ONE }, 'gone');
  expect(await queue.requeue(id, null)).toEqual([]);
  await queue.keep(one, picture('harbour'));
  await queue.keep(one, picture('harbour'));
  await vi.waitFor(() => expect(told).toEqual([[id]]));
  await queue.refuse(two, 'no-answer', { width: 640, height: 400 });
  await vi.waitFor(() => expect(told).toEqual([[id], [id]]));
  expect(await queue.requeue(id, null)).toEqual([TWO]);
  await vi.waitFor(() => expect(told).toEqual([[id], [id], [id]]));
  expect(await queue.pending(id)).toEqual([{ ...two, size: { width: 640, height: 400 } }]);
  end.abort();
});
