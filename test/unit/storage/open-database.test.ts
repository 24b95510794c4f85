import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import { connectLibrary } from '../../../src/storage/library-connection.ts';
import { libraryWrites } from '../../../src/storage/library-writes.ts';
import { localLibraryReader } from '../../../src/storage/local-library-reader.ts';
import { BLOCKED_AFTER_MS, DATABASE_NAME, DATABASE_VERSION, openDatabase } from '../../../src/storage/open-database.ts';
import { libraryPictures } from '../../../src/storage/pictures/library-pictures.ts';
import { readCounts, readList } from '../../../src/storage/read-items.ts';
import { readTags } from '../../../src/storage/read-tags.ts';
import { saveArticle } from '../../../src/storage/save-article.ts';
import { searchLibrary } from '../../../src/storage/search/search-library.ts';
import { sampleArticle } from './sample-article.ts';

const SEARCH = { searchLibrary, readTags };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

test('a database written by a newer Recto is reported as such and not changed', async () => {
  const newer = await openDB(DATABASE_NAME, DATABASE_VERSION + 1, {
    upgrade: (database) => void database.createObjectStore('future'),
  });
  newer.close();
  await expect(openDatabase()).rejects.toMatchObject({ code: 'storage-newer' });
  const again = await openDB(DATABASE_NAME, DATABASE_VERSION + 1);
  expect([...again.objectStoreNames]).toEqual(['future']);
});

test('a database that does not open is tried three times and never deleted', async () => {
  const remove = vi.spyOn(indexedDB, 'deleteDatabase');
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Internal error opening backing store', 'UnknownError');
  });
  await expect(openDatabase()).rejects.toMatchObject({ code: 'storage-unavailable' });
  expect(open).toHaveBeenCalledTimes(3);
  expect(remove).not.toHaveBeenCalled();
});

test.each([
  ['InvalidStateError', 'storage-private'],
  ['SecurityError', 'storage-private'],
  ['QuotaExceededError', 'quota'],
])('%s is %s', async (name, code) => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('no', name);
  });
  await expect(openDatabase()).rejects.toMatchObject({ code });
});

test('an old tab closes its connection for a newer schema, reports it, and does not open it again', async () => {
  const onOutdated = vi.fn();
  const old = await openDatabase({ onOutdated });
  await saveArticle(old, { article: sampleArticle() });
  const newer = await openDB(DATABASE_NAME, DATABASE_VERSION + 1);
  expect(onOutdated).toHaveBeenCalledOnce();
  expect(await newer.count('metadata')).toBe(1);
  await expect(openDatabase()).rejects.toMatchObject({ code: 'storage-newer' });
});

test('an upgrade that an old tab blocks reports it, and continues when the tab is closed', async () => {
  const held = await openDB(DATABASE_NAME, DATABASE_VERSION);
  const open = indexedDB.open.bind(indexedDB);
  vi.spyOn(indexedDB, 'open').mockImplementation((name, version = 0) => open(name, version + 1));
  const onBlocked = vi.fn(() => held.close());
  const upgraded = await openDatabase({ onBlocked });
  expect(onBlocked).toHaveBeenCalledOnce();
  expect(upgraded.version).toBe(DATABASE_VERSION + 1);
});

test('a page that does not release the database is reported, and no connection stays open afterwards', async () => {
  const held = await openDB(DATABASE_NAME, DATABASE_VERSION);
  const open = indexedDB.open.bind(indexedDB);
  vi.spyOn(indexedDB, 'open').mockImplementation((name, version = 0) => open(name, version + 1));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const onBlocked = vi.fn(() => void vi.advanceTimersByTimeAsync(BLOCKED_AFTER_MS));
    await expect(openDatabase({ onBlocked })).rejects.toMatchObject({ code: 'storage-blocked' });
    expect(onBlocked).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
    vi.restoreAllMocks();
  }
  held.close();
  const next = await openDB(DATABASE_NAME, DATABASE_VERSION + 2);
  expect(next.version).toBe(DATABASE_VERSION + 2);
});

test('a connection that failed to open is tried again at the next call', async () => {
  const connection = connectLibrary();
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect(connection.database()).rejects.toMatchObject({ code: 'quota' });
  open.mockRestore();
  expect(await readCounts(await connection.database())).toEqual({ list: 0, archive: 0, deleted: 0 });
});

test('a connection that the browser has closed is opened anew by writes and by reads', async () => {
  const connection = connectLibrary();
  const writes = libraryWrites(connection);
  const reader = localLibraryReader(connection, async () => SEARCH);
  (await connection.database()).close();
  const { id } = await writes.saveLink({ url: 'https://news.example/tide', title: 'Tide' });
  (await connection.database()).close();
  expect((await reader.find('https://news.example/tide'))?.id).toBe(id);
  (await connection.database()).close();
  const pictures = libraryPictures(connection);
  expect(await pictures.countPending()).toBe(0);
  connection.close();
});

test('reading while a newer Recto upgrades the database fails with that reason, not with "private window"', async () => {
  const connection = connectLibrary();
  const reader = localLibraryReader(connection, async () => {
    (await openDB(DATABASE_NAME, DATABASE_VERSION + 1)).close();
    return SEARCH;
  });
  await expect(reader.search({ text: 'tide', limit: 5 })).rejects.toMatchObject({ code: 'storage-newer' });
});

test('a damaged record is named and the others are listed', async () => {
  const database = await openDatabase();
  for (let n = 0; n < 5; n += 1) {
    await saveArticle(database, { article: sampleArticle({ url: `https://news.example/${n}`, title: `T${n}` }) }, n);
  }
  const [, , broken] = await database.getAllFromIndex('metadata', 'place');
  await database.put('metadata', { ...broken, tags: 'not a list', dir: 7 } as never);
  const page = await readList(database, { place: 'list', limit: 10 });
  expect(page.items.map((item) => item.title)).toEqual(['T4', 'T3', 'T1', 'T0']);
  expect(page.damaged).toEqual([{ id: broken?.id, title: 'T2' }]);
});

test('a record that cannot even be read is named by its id, page after page', async () => {
  const database = await openDatabase();
  for (let n = 0; n < 5; n += 1) {
    await saveArticle(database, { article: sampleArticle({ url: `https://news.example/${n}`, title: `T${n}` }) }, n);
  }
  const [, broken] = await database.getAllFromIndex('metadata', 'place');
  const get = database.get.bind(database);
  vi.spyOn(database, 'getAllFromIndex').mockRejectedValue(new DOMException('Failed to read', 'DataError'));
  vi.spyOn(database, 'get').mockImplementation((async (store: 'metadata', key: string) => {
    if (key === broken?.id) throw new DOMException('Failed to read', 'DataError');
    return get(store, key);
  }) as never);
  const first = await readList(database, { place: 'list', limit: 2 });
  const rest = await readList(database, { place: 'list', limit: 9, after: first.next });
  expect([...first.items, ...rest.items].map((item) => item.title)).toEqual(['T4', 'T2', 'T1', 'T0']);
  expect(first.damaged).toEqual([{ id: broken?.id, title: null }]);
});
