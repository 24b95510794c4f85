import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { changeTags, moveItems } from '../../../src/storage/change-items.ts';
import { addHighlight, changeHighlight } from '../../../src/storage/highlights/change-highlights.ts';
import { readHighlights } from '../../../src/storage/highlights/read-highlights.ts';
import type { LibraryDatabase } from '../../../src/storage/library-schema.ts';
import { createFirstSchema } from '../../../src/storage/migrations/0001-first-schema.ts';
import { DATABASE_NAME, openDatabase } from '../../../src/storage/open-database.ts';
import { purgeDeleted } from '../../../src/storage/purge-deleted.ts';
import { readList, readSaved } from '../../../src/storage/read-items.ts';
import { readBack, saveArticle, saveLink } from '../../../src/storage/save-article.ts';
import { updateCopy } from '../../../src/storage/update-copy.ts';
import { sampleArticle } from './sample-article.ts';

let database: LibraryDatabase;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
});
afterEach(() => vi.restoreAllMocks());

const STORES = ['metadata', 'bodies', 'copies', 'undo', 'searchSegments', 'tallies'] as const;
const dump = async () => Promise.all(STORES.map((name) => database.getAll(name)));

/** Makes the n-th write of a transaction fail as the browser does, each time; gives how many writes there were. */
function failAtWrite(at: number, name: string): { writes: number } {
  const seen = { writes: 0 };
  for (const method of ['put', 'add'] as const) {
    const original = IDBObjectStore.prototype[method];
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...args) {
      seen.writes += 1;
      if (seen.writes === at || (seen.writes > at && name === 'AbortError'))
        throw new DOMException('made to fail', name);
      return original.apply(this, args);
    });
  }
  return seen;
}

test.each([
  ['a save', () => saveArticle(database, { article: sampleArticle({ url: 'https://news.example/new' }) })],
  [
    'an update',
    () => updateCopy(database, sampleArticle({ text: `${sampleArticle().text} More of it.`, contentHash: 'new' })),
  ],
  ['a link', () => saveLink(database, { url: 'https://news.example/link', title: 'Link' })],
])('%s that is cut off at any write leaves everything as it was', async (_what, work) => {
  await saveArticle(database, { article: sampleArticle() });
  const before = await dump();
  const whole = failAtWrite(0, 'AbortError');
  vi.restoreAllMocks();
  const counting = failAtWrite(Number.POSITIVE_INFINITY, 'AbortError');
  expect(whole.writes).toBe(0);
  for (let at = 1; at < 20; at += 1) {
    vi.restoreAllMocks();
    failAtWrite(at, 'AbortError');
    const failed = await work().then(
      () => false,
      () => true,
    );
    vi.restoreAllMocks();
    if (!failed) {
      expect(at).toBeGreaterThan(2);
      return;
    }
    expect(await dump(), `cut off at write ${at}`).toEqual(before);
  }
  expect.unreachable(`a save has fewer writes than ${counting.writes}`);
});

test('no more room: the error says so, old data stay, and the next save works', async () => {
  await saveArticle(database, { article: sampleArticle() });
  const before = await dump();
  failAtWrite(2, 'QuotaExceededError');
  const other = sampleArticle({ url: 'https://news.example/other' });
  await expect(saveArticle(database, { article: other })).rejects.toMatchObject({ code: 'quota' });
  vi.restoreAllMocks();
  expect(await dump()).toEqual(before);
  const { id } = await saveArticle(database, { article: other });
  expect((await readSaved(database, id))?.article).toEqual(other);
});

const spoil = (changes: object) => (value: object) => ({ ...value, ...changes });
/** Not there under its own id. */
const lose = spoil({ id: 'elsewhere' });

test.each<[string, 'bodies' | 'metadata', (value: object) => object]>([
  ['the text', 'bodies', lose],
  ['the words of it', 'bodies', spoil({ text: '' })],
  ['the markup of it', 'bodies', spoil({ html: '' })],
  ['the entry', 'metadata', lose],
  ['the entry of this text', 'metadata', spoil({ contentHash: 'of another' })],
])('what the browser says is written and has not written is not told as saved: %s', async (_what, store, change) => {
  const renewed = sampleArticle({ text: `${sampleArticle().text} More of it.`, contentHash: 'new' });
  const updated = sampleArticle({ ...renewed, url: 'https://news.example/kept' });
  await saveArticle(database, { article: sampleArticle({ url: updated.url }) });
  const original = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    return original.call(this, this.name === store ? change(value) : value, key);
  });
  await expect(saveArticle(database, { article: renewed })).rejects.toMatchObject({ code: 'storage-unavailable' });
  await expect(updateCopy(database, updated)).rejects.toMatchObject({ code: 'storage-unavailable' });
});

test('a text that another window has replaced by its own meanwhile counts as saved', async () => {
  const first = sampleArticle();
  const { id } = await saveArticle(database, { article: first });
  const second = sampleArticle({ text: `${first.text} More of it.`, contentHash: 'new' });
  await updateCopy(database, second);
  await expect(readBack(database, id, first)).resolves.toBeUndefined();
  const third = sampleArticle({ text: 'None of it.', contentHash: first.contentHash });
  await expect(readBack(database, id, third)).rejects.toMatchObject({ code: 'storage-unavailable' });
});

test('a transaction that the browser aborts once succeeds at the second try', async () => {
  let aborted = false;
  const original = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (!aborted) {
      aborted = true;
      throw new DOMException('suspended', 'AbortError');
    }
    return original.apply(this, args);
  });
  const { id } = await saveArticle(database, { article: sampleArticle() });
  expect(aborted).toBe(true);
  expect((await readSaved(database, id))?.article).toEqual(sampleArticle());
});

test('a migration that is cut off runs again from the start at the next opening', async () => {
  globalThis.indexedDB = new IDBFactory();
  await new Promise<void>((resolve) => {
    const request = indexedDB.open(DATABASE_NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('metadata', { keyPath: 'id' });
      request.transaction?.abort();
    };
    request.onerror = (event) => {
      event.preventDefault();
      resolve();
    };
  });
  const whole = await openDatabase();
  const expected = new IDBFactory();
  globalThis.indexedDB = expected;
  const fresh = await openDB('x', 1, { upgrade: (made) => createFirstSchema(made as unknown as IDBDatabase) });
  expect([...whole.objectStoreNames]).toEqual([...fresh.objectStoreNames]);
});

const YEAR = 365 * 24 * 60 * 60 * 1000;

test('a clock that jumps ten years expires nothing, and the list stays in order', async () => {
  const now = Date.UTC(2026, 4, 3);
  const { id } = await saveArticle(database, { article: sampleArticle() }, now);
  await purgeDeleted(database, { now });
  await moveItems(database, [id], 'deleted', { today: 0, now });
  for (const time of [now + 10 * YEAR, now - 10 * YEAR, now + 10 * YEAR, Date.UTC(1601, 0, 1), Date.UTC(9999, 0, 1)]) {
    await purgeDeleted(database, { now: time });
    await purgeDeleted(database, { now: time });
  }
  // Each jump forward counted as a week at most: three of them are no thirty days.
  expect(await readSaved(database, id)).not.toBeNull();
  for (const [at, time] of [Date.UTC(1601, 0, 1), now, Date.UTC(9999, 0, 1)].entries()) {
    await saveLink(database, { url: `https://news.example/${at}`, title: String(at) });
    const [item] = await database.getAllFromIndex('metadata', 'addresses', `https://news.example/${at}`);
    if (item) await database.put('metadata', { ...item, savedAt: time, sort: -time });
  }
  const { items } = await readList(database, { place: 'list', limit: 9 });
  expect(items.map(({ title }) => title)).toEqual(['2', '1', '0']);
});

test('two windows that write a note on one highlight: both notes stay, with the other’s colour', async () => {
  const { id } = await saveArticle(database, { article: sampleArticle() });
  const other = await openDatabase();
  const anchor = { exact: 'lit', prefix: '', suffix: '', start: 0, end: 3, colour: 'yellow' } as const;
  const mark = await addHighlight(database, id, anchor);
  await Promise.all([
    changeHighlight(database, mark.id, { note: 'first', noteBefore: '' }),
    changeHighlight(other, mark.id, { colour: 'blue' }),
    changeHighlight(other, mark.id, { note: 'second', noteBefore: '' }),
  ]);
  expect(await readHighlights(database, id)).toMatchObject([{ note: 'first\n\nsecond', colour: 'blue' }]);
});

test('two windows that change the same thing: nothing of either is lost', async () => {
  const { id } = await saveArticle(database, { article: sampleArticle() });
  const other = await openDatabase();
  await Promise.all([
    changeTags(database, [id], { add: ['sea'] }),
    changeTags(other, [id], { add: ['salt'] }),
    moveItems(database, [id], 'archive', { today: 0 }),
    changeTags(other, [id], { add: ['SEA'] }),
  ]);
  const item = await database.get('metadata', id);
  expect([item?.place, item?.tags.toSorted()]).toEqual(['archive', ['salt', 'sea']]);
});
