import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import type { LibraryDatabase } from '../../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { saveArticle, saveLink } from '../../../../src/storage/save-article.ts';
import { searchLibrary } from '../../../../src/storage/search/search-library.ts';
import { sampleArticle } from '../sample-article.ts';

let database: LibraryDatabase;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
});

test('the newest of what is found equally well comes first, however it came into the index', async () => {
  const days = [3, 9, 1, 7, 5, 8, 2, 6, 4];
  for (const day of days)
    await saveLink(database, { url: `https://news.example/${day}`, title: `Tides of day ${day}` }, day);
  // Newer than all, and found less well: its text has other words.
  await saveArticle(database, {
    article: sampleArticle({ title: 'A walk', text: 'We asked about the tides and were told to come again.' }),
  });
  const found = await searchLibrary(database, { text: 'tides', limit: 3 });
  expect(found.hits.map(({ metadata }) => metadata.savedAt)).toEqual([9, 8, 7]);
  const { hits } = await searchLibrary(database, { text: 'tides', limit: 20 });
  expect(hits.slice(0, -1).map(({ metadata }) => metadata.savedAt)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(hits.at(-1)?.metadata.title).toBe('A walk');
});

test('results that are shown stay in their rows when more are asked for, although very many are found equally well', async () => {
  for (let day = 0; day < 260; day += 1)
    await saveLink(database, { url: `https://news.example/${day}`, title: `Tides of day ${day}` }, day);
  const rows = async (limit: number) =>
    (await searchLibrary(database, { text: 'tides', limit })).hits.map(({ metadata }) => metadata.savedAt);
  const first = await rows(20);
  expect(first).toEqual(first.toSorted((a, b) => b - a));
  for (const limit of [60, 180]) expect((await rows(limit)).slice(0, 20)).toEqual(first);
});
