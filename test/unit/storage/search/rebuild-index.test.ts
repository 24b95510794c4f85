import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { saveArticle } from '../../../../src/storage/save-article.ts';
import { needsRebuild, rebuildIndex } from '../../../../src/storage/search/rebuild-index.ts';
import { searchLibrary } from '../../../../src/storage/search/search-library.ts';
import { sampleArticle } from '../sample-article.ts';

test('a damaged entry keeps no other from being found, and is mended where it can be', async () => {
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
