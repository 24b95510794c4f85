import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import type { Article } from '../../../../src/model/article.ts';
import type { ImportedItem } from '../../../../src/model/imported-item.ts';
import { changeTags, setFavourite } from '../../../../src/storage/change-items.ts';
import { endFetch } from '../../../../src/storage/fetching/keep-fetched.ts';
import { recordOfImport } from '../../../../src/storage/importing/imported-record.ts';
import { writeImported } from '../../../../src/storage/importing/write-imported.ts';
import type { LibraryDatabase } from '../../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { readSaved } from '../../../../src/storage/read-items.ts';
import { saveLink } from '../../../../src/storage/save-article.ts';
import { sampleArticle } from '../sample-article.ts';

const URL_ = 'https://news.example/tide';
const ITEM: ImportedItem = {
  ...{ url: URL_, title: 'Tide', byline: null, publishedTime: null, lang: null, excerpt: null, html: null },
  ...{ savedAt: 500, place: 'archive', favourite: false, tags: ['sea'], progress: null, notes: [] },
};
/** No field is as a link has it. */
const ARTICLE: Article = sampleArticle({
  ...{ canonicalUrl: 'https://news.example/canonical', lang: 'ar', dir: 'rtl', readingMinutes: 7, wordCount: 1234 },
});

let database: LibraryDatabase;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
});

test('a link that gets its text from an import has all data of the text, and keeps changes of the link', async () => {
  const { id } = await saveLink(database, { url: URL_, title: 'Read me' }, 1000);
  await changeTags(database, [id], { add: ['coast'] }, 2000);
  await setFavourite(database, [id], true, 2000);
  await endFetch(database, id, 'gone', 2500);
  expect(await writeImported(database, [recordOfImport(ITEM, ARTICLE, 3000)], 3000)).toEqual({
    imported: 0,
    present: 1,
  });
  const saved = await readSaved(database, id);
  expect(saved?.article).toEqual(ARTICLE);
  const { contentHash, canonicalUrl, byline, siteName, publishedTime, lang, dir, excerpt, readingMinutes } = ARTICLE;
  expect(saved?.metadata).toMatchObject({
    ...{ kind: 'article', url: URL_, title: ARTICLE.title, contentHash, canonicalUrl, byline, siteName, publishedTime },
    ...{ lang, dir, excerpt, readingMinutes, wordCount: 1234, updatedAt: 500 },
    ...{ place: 'list', savedAt: 1000, favourite: true, tags: ['coast', 'sea'] },
  });
  expect(saved?.metadata).not.toHaveProperty('fetched');
  expect(await database.get('metadata', id)).toMatchObject({ tagsAt: 3000, favouriteAt: 2000 });
});

test('tags of an import remove neither the favourite mark nor the outcome of fetching, and get no time of change', async () => {
  const { id } = await saveLink(database, { url: URL_, title: 'Read me' }, 1000);
  await setFavourite(database, [id], true, 2000);
  await endFetch(database, id, 'gone', 2500);
  await writeImported(database, [recordOfImport(ITEM, null, 3000)], 3000);
  expect(await database.get('metadata', id)).toMatchObject({
    ...{ kind: 'link', title: 'Read me', favourite: true, tags: ['sea'], tagsAt: 0 },
    fetched: { outcome: 'gone', at: 2500 },
  });
});

test('the marks of notes are no part of the words of an imported text', async () => {
  const mark = '<sup><a href="#fn-1" role="doc-noteref">1</a></sup>';
  const article = sampleArticle({ html: `<p>The tide${mark} turns.</p>`, text: 'The tide1 turns.' });
  expect(recordOfImport(ITEM, article, 3000).article?.text).toBe('The tide turns.');
});
