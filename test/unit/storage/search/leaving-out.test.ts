import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { changeTags, moveItems } from '../../../../src/storage/change-items.ts';
import type { LibraryDatabase } from '../../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { saveArticle } from '../../../../src/storage/save-article.ts';
import { keepSearchIndex } from '../../../../src/storage/search/keep-search-index.ts';
import { mergeSegments } from '../../../../src/storage/search/merge-segments.ts';
import { searchLibrary } from '../../../../src/storage/search/search-library.ts';
import { updateCopy } from '../../../../src/storage/update-copy.ts';
import { sampleArticle } from '../sample-article.ts';

let database: LibraryDatabase;
const article = (title: string, text: string) =>
  sampleArticle({ title, text, url: `https://news.example/${encodeURIComponent(title)}` });
const keep = (title: string, text: string) => saveArticle(database, { article: article(title, text) });
const titles = async (text: string, limit = 20): Promise<string[]> =>
  (await searchLibrary(database, { text, limit })).hits.map((hit) => hit.metadata.title).sort();

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
});

test('a word, a phrase or a run of Chinese behind a minus is left out, of texts, titles and tags', async () => {
  await keep('Harbour', 'The tide came in at the lighthouse.');
  await keep('Dunes', 'The tide came in, and high water stood.');
  await keep('海边', 'The tide came in. 灯塔看守人回家了。');
  const tagged = await keep('Tagged', 'The tide came in.');
  await changeTags(database, [tagged.id], { add: ['Night'] });
  expect(await titles('tide -lighthouse')).toEqual(['Dunes', 'Tagged', '海边']);
  expect(await titles('tide -dunes -night')).toEqual(['Harbour', '海边']);
  expect(await titles('tide -"high water"')).toEqual(['Harbour', 'Tagged', '海边']);
  expect(await titles('tide -"water high"')).toHaveLength(4);
  expect(await titles('tide -看守')).toEqual(['Dunes', 'Harbour', 'Tagged']);
  // Only the word itself, and nothing where a minus stands inside one or alone.
  expect(await titles('tide -light')).toHaveLength(4);
  expect(await titles('tide-lighthouse')).toEqual(['Harbour']);
  expect(await titles('tide - lighthouse')).toEqual(['Harbour']);
});

test('within quotation marks a minus is text', async () => {
  await keep('Shell', 'Never type rm -rf there.');
  await keep('Other', 'Never type rm there.');
  for (const search of ['"rm -rf"', '“rm -rf”', '「rm -rf」', 'type "rm -rf"'])
    expect(await titles(search), search).toEqual(['Shell']);
  expect(await titles('type -"rm -rf"')).toEqual(['Other']);
});

test('with nothing else, all that is kept is found but what is left out', async () => {
  await keep('Harbour', 'The lighthouse.');
  await keep('Dunes', 'The sand.');
  const gone = await keep('Gone', 'The sand.');
  await moveItems(database, [gone.id], 'deleted', { today: 0 });
  expect(await titles('-lighthouse')).toEqual(['Dunes']);
  expect(await titles('-lighthouse -sand')).toEqual([]);
  expect(await titles('is:unread -sand')).toEqual(['Harbour']);
  expect(await titles('-')).toEqual([]);
});

test('what an earlier text had is not left out', async () => {
  await keep('Harbour', 'The old lighthouse at the sea.');
  await updateCopy(database, article('Harbour', 'The new pier at the sea.'));
  expect(await titles('sea -lighthouse')).toEqual(['Harbour']);
  expect(await titles('-lighthouse')).toEqual(['Harbour']);
  expect(await titles('sea -pier')).toEqual([]);
  expect(await titles('-pier')).toEqual([]);
});

test('of many articles only those that are left are shown, and the rest of them counts', async () => {
  for (let at = 0; at < 450; at += 1) await keep(`${at}`, at % 3 === 0 ? 'walrus on ice' : 'seal on ice');
  await mergeSegments(database);
  await keepSearchIndex().tidy(database);
  expect(await titles('ice -seal', 400)).toHaveLength(150);
  expect(await titles('-seal', 400)).toHaveLength(150);
  expect((await searchLibrary(database, { text: '-walrus', limit: 100 })).more).toBe(true);
});
