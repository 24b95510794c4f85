import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { moveItems } from '../../../../src/storage/change-items.ts';
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

test('the newest come first although very many are found equally well, and stay in their rows when more are asked for', async () => {
  for (let at = 0; at < 260; at += 1) {
    const day = (at * 7) % 260;
    await saveLink(database, { url: `https://news.example/${day}`, title: `Tides of day ${day}` }, day);
  }
  // Of other words now: their older entries in the index are out of date.
  for (const day of [258, 257]) {
    const url = `https://news.example/${day}`;
    await saveArticle(database, { article: sampleArticle({ url, title: 'A walk', text: 'We went home.' }) }, 258);
  }
  const rows = async (limit: number) =>
    (await searchLibrary(database, { text: 'tides', limit })).hits.map(({ metadata }) => metadata.savedAt);
  const all = Array.from({ length: 260 }, (_, at) => 259 - at).filter((day) => day !== 258 && day !== 257);
  for (const limit of [1, 20, 60, 180, 258]) expect(await rows(limit)).toEqual(all.slice(0, limit));
});

test('many that are found equally well are in the order of their lists, however many there are', async () => {
  for (let day = 0; day < 260; day += 1) {
    const { id } = await saveLink(database, { url: `https://news.example/${day}`, title: `Tides of day ${day}` }, day);
    if (day % 2 === 0) await moveItems(database, [id], 'archive', { today: 0, now: 1000 - day });
  }
  // Moved last are those saved first.
  const { hits } = await searchLibrary(database, { text: 'tides', limit: 260 });
  const [archived, listed] = ['archive', 'list'].map((place) =>
    hits.filter(({ metadata }) => metadata.place === place).map(({ metadata }) => metadata.savedAt),
  );
  expect(hits.map(({ metadata }) => metadata.savedAt)).toEqual([...(archived ?? []), ...(listed ?? [])]);
  expect(archived).toEqual(Array.from({ length: 130 }, (_, at) => 2 * at));
  expect(listed).toEqual(Array.from({ length: 130 }, (_, at) => 259 - 2 * at));
});
