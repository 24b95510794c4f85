import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { recordOfImport } from '../../../src/storage/importing/imported-record.ts';
import { writeImported } from '../../../src/storage/importing/write-imported.ts';
import type { LibraryDatabase, StoredMetadata } from '../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';
import { readSaved } from '../../../src/storage/read-items.ts';
import { saveArticle, saveLink } from '../../../src/storage/save-article.ts';
import { sampleArticle } from './sample-article.ts';

const URL_OF = 'https://news.example/a';
let database: LibraryDatabase;
let id = '';
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
  ({ id } = await saveLink(database, { url: URL_OF, title: 'Later' }));
  const { tags: _lost, aliases: _too, ...spoilt } = (await database.get('metadata', id)) ?? {};
  await database.put('metadata', spoilt as never);
});

test('an import finds the item with an address itself before those whose address has led to it', async () => {
  const whole = { ...sampleArticle(), url: URL_OF };
  const own = (await saveArticle(database, { article: whole })).id;
  const led = await saveArticle(database, {
    article: sampleArticle({ url: 'https://news.example/b' }),
    aliases: [URL_OF],
  });
  // Before the other in the index.
  await database.put('metadata', { ...((await database.get('metadata', led.id)) as StoredMetadata), id: '0' });
  const row = { url: URL_OF, title: 'A', byline: null, publishedTime: null, lang: null, excerpt: null, html: null };
  const rest = { savedAt: 1, place: 'list', favourite: false, tags: ['Sea'], progress: null, notes: [] } as const;
  await writeImported(database, [recordOfImport({ ...row, ...rest, tags: ['Sea'], notes: [] }, null)]);
  const tagged = (await database.getAll('metadata')).filter(({ tags }) => tags.length > 0);
  expect(tagged.map((item) => item.id)).toEqual([own]);
});

test('of two items of one address the one that is not in Recently deleted is found', async () => {
  const saved = (await saveArticle(database, { article: sampleArticle({ url: 'https://news.example/b' }) })).id;
  const item = (await database.get('metadata', saved)) as StoredMetadata;
  // Before the other in the index.
  await database.put('metadata', { ...item, id: '0', place: 'deleted' });
  expect(await saveArticle(database, { article: sampleArticle({ url: 'https://news.example/b' }) })).toMatchObject({
    ...{ id: saved, existed: true },
  });
});

test('saving a page whose entry is damaged repairs the entry', async () => {
  expect(await saveArticle(database, { article: sampleArticle({ url: URL_OF }) })).toMatchObject({
    id,
    existed: false,
  });
  expect(await readSaved(database, id)).toMatchObject({ metadata: { kind: 'article', tags: [] } });
});

test('a file that names the page of a damaged entry can be imported', async () => {
  const head = { title: 'A', byline: null, publishedTime: null, lang: null, excerpt: null, html: null, savedAt: 1 };
  const row = {
    url: URL_OF,
    ...head,
    place: 'list',
    favourite: false,
    tags: ['Sea'],
    progress: null,
    notes: [],
  } as const;
  const record = recordOfImport({ ...row, tags: ['Sea'], notes: [] } as never, null);
  expect(await writeImported(database, [record])).toEqual({ imported: 0, present: 1 });
  expect((await readSaved(database, id))?.metadata.tags).toEqual(['Sea']);
});
