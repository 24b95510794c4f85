import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeBackup } from '../../../src/storage/backup/make-backup.ts';
import { restoreBackup } from '../../../src/storage/backup/restore-backup.ts';
import { readCopies } from '../../../src/storage/copies/read-copies.ts';
import type { LibraryDatabase } from '../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';
import { readForExport } from '../../../src/storage/read-for-export.ts';
import { readSaved } from '../../../src/storage/read-items.ts';
import { saveArticle } from '../../../src/storage/save-article.ts';
import { rebuildIndex } from '../../../src/storage/search/rebuild-index.ts';
import { searchLibrary } from '../../../src/storage/search/search-library.ts';
import { updateCopy } from '../../../src/storage/update-copy.ts';
import { sampleArticle } from './sample-article.ts';

let database: LibraryDatabase;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
});
afterEach(() => vi.restoreAllMocks());

const words = (word: string, url = 'https://news.example/a') =>
  sampleArticle({ url, title: url, text: `${word} lamp `.repeat(60), contentHash: word });
/** What is found, and the first word of what is shown of it. */
const found = async () =>
  (await searchLibrary(database, { text: 'lamp', limit: 9 })).hits
    .map(({ metadata, snippet }) => `${metadata.url} ${snippet.split(' ')[0]}`)
    .sort();
const textOf = async (id: string) => (await readSaved(database, id))?.article?.text.split(' ')[0];

/** Makes the reading of one text fail, as a browser does that has lost its file; until it is written anew. */
function loseText(store: 'bodies' | 'copies', id: string): void {
  const { get, put } = IDBObjectStore.prototype;
  let isLost = true;
  const isIt = (name: string, key: unknown) => name === store && JSON.stringify(key).includes(id);
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
    if (isLost && isIt(this.name, key)) throw new DOMException('Data lost due to missing file.', 'NotReadableError');
    return get.call(this, key);
  });
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    if (isIt(this.name, [value.id, value.keptAt])) isLost = false;
    return put.call(this, value, key);
  });
}

test('a text that cannot be read keeps no other from being found, indexed and exported', async () => {
  const { id } = await saveArticle(database, { article: words('lost') });
  await saveArticle(database, { article: words('whole', 'https://news.example/b') });
  loseText('bodies', id);
  expect(await found()).toEqual([expect.stringContaining('/a '), 'https://news.example/b whole']);
  await rebuildIndex(database);
  expect(await found()).toEqual(['https://news.example/b whole']);
  expect(await readForExport(database, id)).toMatchObject({ metadata: { id }, article: null });
});

test('a backup brings a text again that cannot be read, and puts another one behind it', async () => {
  const { id } = await saveArticle(database, { article: words('lost') }, 1000);
  const same = await makeBackup(database, {});
  await updateCopy(database, words('newer'), 2000);
  const other = await makeBackup(database, {});

  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
  await restoreBackup(database, same);
  loseText('bodies', id);
  await restoreBackup(database, other);
  expect((await readCopies(database, id)).map(({ keptAt }) => keptAt)).toEqual([2001, 2000]);
  await expect(textOf(id)).rejects.toThrow('Data lost');
  await restoreBackup(database, same);
  expect(await textOf(id)).toBe('lost');
  expect(await found()).toEqual(['https://news.example/a lost']);
});

test('an older text that cannot be read hides no other, and keeps no newer one from coming', async () => {
  const { id } = await saveArticle(database, { article: words('first') }, 1000);
  await updateCopy(database, words('second'), 2000);
  loseText('copies', '2000');
  await updateCopy(database, words('third'), 3000);
  expect(await textOf(id)).toBe('third');
  expect((await readCopies(database, id)).map(({ keptAt }) => keptAt)).toEqual([3000]);
});
