import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { saveArticle } from '../../../../src/storage/save-article.ts';
import { searchLibrary } from '../../../../src/storage/search/search-library.ts';
import { updateCopy } from '../../../../src/storage/update-copy.ts';
import { sampleArticle } from '../sample-article.ts';

test('the number of a note is no part of the word before it: neither where that is searched for, nor in the snippet', async () => {
  globalThis.indexedDB = new IDBFactory();
  const database = await openDatabase();
  const url = 'https://news.example/harbour';
  const mark = '<sup id="fnref-12"><a href="#fn-12" role="doc-noteref">12</a></sup>';
  const noted = (end: string) =>
    sampleArticle({ url, html: `<p>The harbour${mark} lights ${end}.</p>`, text: `The harbour12 lights ${end}.` });
  await saveArticle(database, { article: noted('burn') });
  const find = async (text: string) => (await searchLibrary(database, { text, limit: 5 })).hits[0]?.snippet;
  expect(await find('"harbour lights"')).toBe('The harbour lights burn.');
  await updateCopy(database, noted('burn all night long'));
  expect(await find('"harbour lights"')).toBe('The harbour lights burn all night long.');
});
