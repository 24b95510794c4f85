import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LibraryDatabase } from '../../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { saveArticle } from '../../../../src/storage/save-article.ts';
import { keepSearchIndex } from '../../../../src/storage/search/keep-search-index.ts';
import { mergeSegments } from '../../../../src/storage/search/merge-segments.ts';
import { needsRebuild } from '../../../../src/storage/search/rebuild-index.ts';
import { searchLibrary } from '../../../../src/storage/search/search-library.ts';
import { sampleArticle } from '../sample-article.ts';

let database: LibraryDatabase;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
});
afterEach(() => vi.restoreAllMocks());

const keep = (title: string, text: string) =>
  saveArticle(database, { article: sampleArticle({ title, text, url: `https://news.example/${encodeURI(title)}` }) });

async function search(text: string) {
  const { hits, damaged } = await searchLibrary(database, { text, limit: 100 });
  return { titles: hits.map(({ metadata }) => metadata.title).sort(), damaged };
}

/** Makes the reading of one record fail, alone and among others, as a browser does that has lost its file; until all are removed. */
function loseRecord(name: 'searchSegments' | 'searchBlocks', key: IDBValidKey): void {
  const { get, getAll, clear } = IDBObjectStore.prototype;
  let isLost = true;
  const fail = (store: IDBObjectStore, wanted: IDBValidKey | IDBKeyRange | null | undefined): void => {
    const isIt =
      wanted instanceof IDBKeyRange
        ? wanted.includes(key)
        : wanted === undefined || wanted === null || indexedDB.cmp(wanted, key) === 0;
    if (isLost && store.name === name && isIt) {
      throw new DOMException('Data lost due to missing file.', 'NotReadableError');
    }
  };
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, wanted) {
    fail(this, wanted);
    return get.call(this, wanted);
  });
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, ...args) {
    fail(this, args[0] as IDBKeyRange | null | undefined);
    return getAll.apply(this, args);
  });
  vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(function (this: IDBObjectStore) {
    if (this.name === name) isLost = false;
    return clear.call(this);
  });
}

/** A part of many articles whose words lie in blocks, and a single one beside it; read by nobody yet. */
async function fillLibrary(): Promise<void> {
  for (let n = 0; n < 16; n += 1) await keep(`Old ${n}`, `walrus word${n}`);
  await mergeSegments(database);
  await keep('New', 'walrus');
  database.close();
  database = await openDatabase();
}
const TITLES = [...Array.from({ length: 16 }, (_unused, n) => `Old ${n}`), 'New'].sort();

test.each(['the head of a part', 'a block of words', 'the entry of one save'])(
  'when the browser has lost %s the rest is found, the loss is reported, and the index is rebuilt',
  async (what) => {
    await fillLibrary();
    const [merged = 0, single = 0] = await database.getAllKeys('searchSegments');
    if (what === 'a block of words') loseRecord('searchBlocks', [merged, 0]);
    else loseRecord('searchSegments', what === 'the head of a part' ? merged : single);
    const left = what === 'the entry of one save' ? TITLES.filter((title) => title !== 'New') : ['New'];
    expect(await search('walrus')).toEqual({ titles: left, damaged: true });
    const keeper = keepSearchIndex();
    expect(await keeper.mend(database, true)).not.toBeNull();
    await keeper.tidy(database);
    expect(await search('walrus')).toEqual({ titles: TITLES, damaged: false });
  },
);

test('a segment whose header is lost is noticed without a query, and one lost during a query still answers', async () => {
  await fillLibrary();
  expect(await search('walrus')).toEqual({ titles: TITLES, damaged: false });
  const [merged = 0] = await database.getAllKeys('searchSegments');
  loseRecord('searchSegments', merged);
  await keep('Newer', 'walrus');
  expect((await search('walrus')).titles).toEqual([...TITLES, 'Newer'].sort());
  expect(await needsRebuild(database)).toBe('anew');
});

test('a merge that meets a lost record has the index rebuilt', async () => {
  await fillLibrary();
  for (let n = 0; n < 16; n += 1) await keep(`Young ${n}`, 'walrus');
  const [, single = 0] = await database.getAllKeys('searchSegments');
  loseRecord('searchSegments', single);
  await expect(mergeSegments(database)).rejects.toThrow(RangeError);
  await keepSearchIndex().tidy(database);
  expect((await search('walrus')).titles).toHaveLength(33);
});
