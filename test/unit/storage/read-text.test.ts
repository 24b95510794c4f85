import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeBackup } from '../../../src/storage/backup/make-backup.ts';
import { restoreBackup } from '../../../src/storage/backup/restore-backup.ts';
import { moveItems } from '../../../src/storage/change-items.ts';
import { checkLibrary } from '../../../src/storage/check-library.ts';
import { readCopies } from '../../../src/storage/copies/stored-copies.ts';
import type { LibraryDatabase } from '../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';
import { readForExport } from '../../../src/storage/read-for-export.ts';
import { readSaved } from '../../../src/storage/read-items.ts';
import { saveArticle } from '../../../src/storage/save-article.ts';
import { rebuildIndex } from '../../../src/storage/search/rebuild-index.ts';
import { searchLibrary } from '../../../src/storage/search/search-library.ts';
import { noteLostText } from '../../../src/storage/stored-text.ts';
import { savePage, updateCopy } from '../../../src/storage/update-copy.ts';
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

test('a text that cannot be read does not prevent others from being found, indexed and exported', async () => {
  const { id } = await saveArticle(database, { article: words('lost') });
  await saveArticle(database, { article: words('whole', 'https://news.example/b') });
  loseText('bodies', id);
  expect(await found()).toEqual([expect.stringContaining('/a '), 'https://news.example/b whole']);
  await rebuildIndex(database);
  expect(await found()).toEqual(['https://news.example/b whole']);
  expect(await readForExport(database, id)).toMatchObject({ metadata: { id }, article: null });
});

test('a backup restores a text that cannot be read, and adds a different one as a copy', async () => {
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
  expect(await readSaved(database, id)).toMatchObject({ metadata: { kind: 'article' }, article: null });
  await restoreBackup(database, same);
  expect(await textOf(id)).toBe('lost');
  expect(await found()).toEqual(['https://news.example/a lost']);
});

test.each(['lost', 'newer'])('Update copy replaces a text that cannot be read: %s', async (word) => {
  const { id } = await saveArticle(database, { article: words('lost') }, 1000);
  loseText('bodies', id);
  expect(await updateCopy(database, words(word), 2000)).toMatchObject({ id, existed: true, savedAt: 2000 });
  expect(await textOf(id)).toBe(word);
  expect(await readCopies(database, id)).toEqual([]);
  expect(await found()).toEqual([`https://news.example/a ${word}`]);
  expect(await checkLibrary(database)).toMatchObject({ mended: 0, setAside: [], withoutText: [] });
});

test('once the loss is known the unchanged page counts as changed, and saving it again restores the text', async () => {
  const { id } = await saveArticle(database, { article: words('lost') }, 1000);
  const backup = await makeBackup(database, {});
  loseText('bodies', id);
  expect(await checkLibrary(database)).toMatchObject({
    setAside: [],
    withoutText: [{ id, title: words('lost').title }],
  });
  expect((await readSaved(database, id))?.metadata).toMatchObject({ kind: 'article', contentHash: '' });
  await restoreBackup(database, backup);
  expect(await textOf(id)).toBe('lost');
  expect((await readSaved(database, id))?.metadata.contentHash).toBe('lost');

  vi.restoreAllMocks();
  loseText('bodies', id);
  expect(await noteLostText(database, id)).toBe(true);
  expect(await noteLostText(database, id)).toBe(false);
  expect(await savePage(database, { article: words('lost') }, 3000)).toMatchObject({ id, existed: true });
  expect((await readSaved(database, id))?.metadata.contentHash).toBe('lost');
  expect(await readCopies(database, id)).toEqual([]);
  expect(await checkLibrary(database)).toMatchObject({ mended: 0, setAside: [], withoutText: [] });
});

test('a text that can be read again is unchanged', async () => {
  const { id } = await saveArticle(database, { article: words('lost') }, 1000);
  loseText('bodies', id);
  await noteLostText(database, id);
  vi.restoreAllMocks();
  expect(await readSaved(database, id)).toMatchObject({ article: { contentHash: 'lost' } });
  await updateCopy(database, words('lost'), 2000);
  expect((await readSaved(database, id))?.metadata).toMatchObject({ contentHash: 'lost', updatedAt: 1000 });
});

test('a deleted article whose text cannot be read can be saved again', async () => {
  const { id } = await saveArticle(database, { article: words('lost') }, 1000);
  await moveItems(database, [id], 'deleted', { today: 0 });
  loseText('bodies', id);
  expect(await saveArticle(database, { article: words('newer') }, 2000)).toMatchObject({ id, existed: false });
  expect(await textOf(id)).toBe('newer');
});

test('an older text that cannot be read neither hides others nor prevents a newer one', async () => {
  const { id } = await saveArticle(database, { article: words('first') }, 1000);
  await updateCopy(database, words('second'), 2000);
  loseText('copies', '2000');
  await updateCopy(database, words('third'), 3000);
  expect(await textOf(id)).toBe('third');
  expect((await readCopies(database, id)).map(({ keptAt }) => keptAt)).toEqual([3000]);
});

test.each([{ html: undefined }, { text: 7 }])(
  '%o in place of a text counts as one that cannot be read',
  async (damage) => {
    const { id } = await saveArticle(database, { article: words('lost') });
    const { pictures: _, ...entry } = { pictures: undefined, ...(await database.get('metadata', id)) };
    // So that the check looks for pictures in its text.
    await database.put('metadata', entry as never);
    await database.put('bodies', { ...(await database.get('bodies', id)), ...damage } as never);
    await database.put('highlights', { id: 'h', articleId: 'nobody', exact: 'words' } as never);
    expect(await checkLibrary(database)).toMatchObject({
      withoutText: [{ id, title: words('lost').title }],
      setAside: [{ title: 'words' }],
    });
    expect(await database.get('bodies', id)).toMatchObject({ id, ...damage });
    await rebuildIndex(database);
    expect(await updateCopy(database, words('newer'), 2000)).toMatchObject({ id, existed: true });
    expect(await textOf(id)).toBe('newer');
  },
);
