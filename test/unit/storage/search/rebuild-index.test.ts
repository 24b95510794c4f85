import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { saveArticle } from '../../../../src/storage/save-article.ts';
import { keepSearchIndex } from '../../../../src/storage/search/keep-search-index.ts';
import { mergeSegments } from '../../../../src/storage/search/merge-segments.ts';
import { needsRebuild, rebuildIndex } from '../../../../src/storage/search/rebuild-index.ts';
import { searchLibrary } from '../../../../src/storage/search/search-library.ts';
import { sampleArticle } from '../sample-article.ts';

afterEach(() => vi.unstubAllGlobals());

test('a damaged entry does not prevent others from being found, and is repaired if possible', async () => {
  globalThis.indexedDB = new IDBFactory();
  const database = await openDatabase();
  const article = (name: string) => sampleArticle({ url: `https://a.example/${name}`, title: name, text: 'lamp' });
  await saveArticle(database, { article: article('whole') });
  const { id } = await saveArticle(database, { article: article('spoilt') });
  const { tags: _lost, aliases: _too, ...spoilt } = (await database.get('metadata', id)) ?? {};
  await database.put('metadata', spoilt as never);
  await database.put('metadata', { id: 'bad', title: 'Bad', place: 'list', sort: 1 } as never);
  await rebuildIndex(database);
  expect(await needsRebuild(database)).toBeNull();
  const { hits } = await searchLibrary(database, { text: 'lamp', limit: 9 });
  expect(hits.map(({ metadata }) => metadata.title).sort()).toEqual(['spoilt', 'whole']);
  expect(await database.get('metadata', 'bad')).toEqual({ id: 'bad', title: 'Bad', place: 'list', sort: 1 });
});

async function libraryOf(count: number) {
  globalThis.indexedDB = new IDBFactory();
  const database = await openDatabase();
  for (let n = 0; n < count; n += 1) {
    const article = sampleArticle({ url: `https://a.example/${n}`, title: `Number ${n}`, text: `lamp word${n}` });
    await saveArticle(database, { article });
    if (n % 16 === 15) await mergeSegments(database);
  }
  return database;
}

test('an interrupted rebuild that meets damage begins anew', async () => {
  const database = await libraryOf(48);
  const [first = 0] = await database.getAllKeys('searchSegments');
  await database.delete('searchBlocks', [first, 0]);
  await database.put('tallies', '', 'search-rebuilt-to');
  await keepSearchIndex().tidy(database);
  expect(await needsRebuild(database)).toBeNull();
  const { hits, damaged } = await searchLibrary(database, { text: 'lamp', limit: 100 });
  expect([hits.length, damaged]).toEqual([48, false]);
});

/** Web Locks, as browsers have them. */
function giveLocks(): void {
  const last = new Map<string, Promise<unknown>>();
  const request = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const mine = (last.get(name) ?? Promise.resolve()).then(work);
    last.set(
      name,
      mine.catch(() => undefined),
    );
    return mine;
  };
  vi.stubGlobal('navigator', { locks: { request } });
}

/** Does `work` at the first write to a store; resolves when it is done. */
function atFirstPut(store: string, work: () => Promise<unknown>): Promise<unknown> {
  const original = IDBObjectStore.prototype.put;
  return new Promise((resolve) => {
    const spy = vi.spyOn(IDBObjectStore.prototype, 'put');
    spy.mockImplementation(function (this: IDBObjectStore, ...args) {
      const request = original.apply(this, args);
      if (this.name === store) {
        spy.mockRestore();
        resolve(work());
      }
      return request;
    });
  });
}

test('a rebuild that begins during a merge leaves no merged segment without its words', async () => {
  const database = await libraryOf(15);
  const last = sampleArticle({ url: 'https://a.example/last', title: 'Last', text: 'lamp' });
  await saveArticle(database, { article: last });
  giveLocks();
  const keeper = keepSearchIndex();
  // As its words are written; the part itself does not count yet.
  const mending = atFirstPut('searchBlocks', () => keeper.mend(database, true));
  await keeper.tidy(database);
  await mending;
  await keeper.tidy(database);
  expect(await needsRebuild(database)).toBeNull();
  const { hits, damaged } = await searchLibrary(database, { text: 'lamp', limit: 100 });
  expect([hits.length, damaged]).toEqual([16, false]);
});
