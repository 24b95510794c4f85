import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import type { LibraryDatabase, StoredBody } from '../../../src/storage/library-schema.ts';
import { localLibraryReader } from '../../../src/storage/local-library-reader.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';
import { keepExported, readExported, readForExport } from '../../../src/storage/read-for-export.ts';
import { readSaved } from '../../../src/storage/read-items.ts';
import { saveArticle } from '../../../src/storage/save-article.ts';
import { sampleArticle } from './sample-article.ts';

let database: LibraryDatabase;
let id = '';

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
  ({ id } = await saveArticle(database, { article: sampleArticle() }, 1000));
});

const spoilBody = async (changes: Record<string, unknown>): Promise<void> =>
  void (await database.put('bodies', { ...(await database.get('bodies', id)), ...changes } as StoredBody));

test('a damaged text is not given out, and optional fields may be missing', async () => {
  await spoilBody({ leadImage: 7, attribution: undefined });
  expect((await readSaved(database, id))?.article).toEqual(sampleArticle());
  await spoilBody({ html: 7 });
  expect(await readSaved(database, id)).toMatchObject({ metadata: { id }, article: null });
  expect(await readForExport(database, id)).toMatchObject({ metadata: { id }, article: null });
});

test('an article that a check has repaired has all fields of an article', async () => {
  const stored = await database.get('metadata', id);
  await database.put('metadata', { ...stored, readingMinutes: 0, title: '' } as never);
  expect((await readSaved(database, id))?.article).toMatchObject({ readingMinutes: 1, title: sampleArticle().url });
});

test('an item found by its address has no internal fields, and a damaged one is as a check would repair it', async () => {
  const reader = localLibraryReader({ database: async () => database } as never, () =>
    Promise.reject(new Error('not asked')),
  );
  const found = await reader.find(sampleArticle().url);
  expect(found).toMatchObject({ id, title: 'The tide' });
  expect(found).not.toHaveProperty('searchStamp');
  const { title: _title, ...damaged } = (await database.get('metadata', id)) ?? {};
  await database.put('metadata', damaged as never);
  expect(await reader.find(sampleArticle().url)).toMatchObject({ id, title: sampleArticle().url });
});

test('a damaged highlight is not exported', async () => {
  await database.put('highlights', { id: 'h', articleId: id, exact: 7 } as never);
  expect((await readForExport(database, id))?.highlights).toEqual([]);
});

test('the record of exports is read, and a damaged one counts as none', async () => {
  const item = await readForExport(database, id);
  if (item) await keepExported(database, 'markdown', [item], [item]);
  expect([...((await readExported(database, 'markdown')) ?? [])]).toMatchObject([[id, expect.any(String)]]);
  await database.put('tallies', new Map([[id, 7]]), 'exported/markdown');
  expect(await readExported(database, 'markdown')).toBeNull();
});
