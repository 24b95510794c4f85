import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { makeBackup } from '../../../../src/storage/backup/make-backup.ts';
import { restoreBackup } from '../../../../src/storage/backup/restore-backup.ts';
import { moveItems } from '../../../../src/storage/change-items.ts';
import type { LibraryDatabase } from '../../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { readSaved } from '../../../../src/storage/read-items.ts';
import { saveArticle, saveLink } from '../../../../src/storage/save-article.ts';
import { searchLibrary } from '../../../../src/storage/search/search-library.ts';
import { updateCopy } from '../../../../src/storage/update-copy.ts';
import { sampleArticle } from '../sample-article.ts';

const URL_ = 'https://news.example/tide';
const WALRUS = sampleArticle({ url: URL_, text: 'Nobody had seen a walrus.', contentHash: 'walrus' });

let database: LibraryDatabase;
beforeEach(wipe);

async function wipe(): Promise<void> {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
}

/** A file of another browser, where the article was saved at 1000. */
async function fileOfArticle(change?: (id: string) => Promise<unknown>): Promise<Blob> {
  const { id } = await saveArticle(database, { article: WALRUS }, 1000);
  await change?.(id);
  const file = await makeBackup(database, {});
  await wipe();
  return file;
}

const found = async (text: string): Promise<string[]> =>
  (await searchLibrary(database, { text, limit: 5 })).hits.map(({ metadata }) => metadata.id);

test('a restored article is found by the words of its text', async () => {
  const file = await fileOfArticle();
  await restoreBackup(database, file);
  expect(await found('walrus')).toHaveLength(1);
});

test.each([500, 2000])('a link that was saved here at %d gets the text that the file has', async (savedAt) => {
  const file = await fileOfArticle();
  const { id } = await saveLink(database, { url: URL_, title: 'Read me' }, savedAt);
  await restoreBackup(database, file);
  const saved = await readSaved(database, id);
  expect(saved?.metadata).toMatchObject({ kind: 'article', savedAt });
  expect(saved?.article?.text).toBe(WALRUS.text);
  expect(await database.count('copies')).toBe(0);
  expect(await found('walrus')).toEqual([id]);
});

test('the later place of a page counts, although two browsers saved it apart: as a link in one, with its text in the other', async () => {
  const { id } = await saveLink(database, { url: URL_, title: 'Read me' }, 500);
  await moveItems(database, [id], 'archive', { today: 0, now: 5000 });
  const link = await makeBackup(database, {});
  await wipe();
  const article = await fileOfArticle((known) => moveItems(database, [known], 'archive', { today: 0, now: 5000 }));

  const here = await saveArticle(database, { article: WALRUS }, 1000);
  await restoreBackup(database, link);
  expect(await database.get('metadata', here.id)).toMatchObject({ kind: 'article', place: 'archive' });
  await wipe();
  const linkHere = await saveLink(database, { url: URL_, title: 'Read me' }, 500);
  await restoreBackup(database, article);
  expect(await database.get('metadata', linkHere.id)).toMatchObject({ kind: 'article', place: 'archive' });
});

test('a text that was put in front last stays there in both browsers, although the clock of one is behind', async () => {
  const { id } = await saveArticle(database, { article: WALRUS }, 90_000);
  const ahead = await makeBackup(database, {});
  await wipe();
  const here = await saveArticle(database, { article: WALRUS }, 1000);
  await restoreBackup(database, ahead);
  const seen = sampleArticle({ url: URL_, text: 'Somebody had seen a walrus.', contentHash: 'seen' });
  await updateCopy(database, seen, 1001);
  const updated = await makeBackup(database, {});
  await restoreBackup(database, ahead);
  expect((await readSaved(database, here.id))?.article?.text).toBe(seen.text);
  await wipe();
  await restoreBackup(database, ahead);
  await restoreBackup(database, updated);
  expect((await readSaved(database, id))?.article?.text).toBe(seen.text);
});
