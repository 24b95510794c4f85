import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import type { LibraryDatabase } from '../../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { saveArticle } from '../../../../src/storage/save-article.ts';
import { keepSearchIndex } from '../../../../src/storage/search/keep-search-index.ts';
import { searchLibrary } from '../../../../src/storage/search/search-library.ts';
import { sampleArticle } from '../sample-article.ts';

let database: LibraryDatabase;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
});

/** Saves an article with these words, each so many times, and some that are asked for nowhere. */
async function keep(title: string, words: Record<string, number>, others = 20): Promise<void> {
  const text = [...Object.entries(words), ['filler', others] as const].flatMap(([word, times]) =>
    Array(times).fill(word),
  );
  const url = `https://news.example/${title.replaceAll(' ', '-')}`;
  await saveArticle(database, { article: sampleArticle({ title, url, text: text.join(' ') }) });
}
const titles = async (text: string): Promise<string[]> =>
  (await searchLibrary(database, { text, limit: 20 })).hits.map(({ metadata }) => metadata.title);

test('the rarer of two words counts more', async () => {
  await keep('Much sea', { walrus: 1, sea: 3 });
  await keep('Much walrus', { walrus: 3, sea: 1 });
  for (const name of ['One', 'Two', 'Three', 'Four', 'Five', 'Six']) await keep(name, { sea: 2 }, 22);
  expect(await titles('sea walrus')).toEqual(['Much walrus', 'Much sea']);
  expect(await titles('walrus sea')).toEqual(['Much walrus', 'Much sea']);
});

test('each article is ranked by its own words when others with one of them are left out', async () => {
  await keep('Walrus alone', { walrus: 1 }, 25);
  await keep('Less', { walrus: 1, sea: 1 }, 24);
  await keep('Walrus alone again', { walrus: 6 });
  await keep('More', { walrus: 4, sea: 1 }, 21);
  for (let other = 0; other < 20; other += 1) await keep(`Other ${other}`, { sea: 1 }, 25);
  await keepSearchIndex().tidy(database);
  expect(await titles('walrus sea')).toEqual(['More', 'Less']);
});

test('a short article about something comes before a long one that mentions it as often', async () => {
  await keep('Long', { walrus: 2 }, 300);
  await keep('Short', { walrus: 2 }, 10);
  await keep('Other', { ship: 1 }, 60);
  expect(await titles('walrus')).toEqual(['Short', 'Long']);
});

test('a word counts more the more often it occurs, and the title and a whole word count even more', async () => {
  await keep('Once', { walrus: 1 }, 24);
  await keep('Longer word', { walruses: 2 }, 23);
  await keep('Often', { walrus: 5 });
  await keep('A walrus', { ship: 1 }, 24);
  expect(await titles('walrus')).toEqual(['A walrus', 'Often', 'Once', 'Longer word']);
});
