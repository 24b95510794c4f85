import { createHash } from 'node:crypto';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { makeBackup } from '../../../../src/storage/backup/make-backup.ts';
import { restoreBackup } from '../../../../src/storage/backup/restore-backup.ts';
import type { LibraryDatabase } from '../../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { readMetadata } from '../../../../src/storage/read-items.ts';
import { saveArticle } from '../../../../src/storage/save-article.ts';
import { sampleArticle } from '../sample-article.ts';

let database: LibraryDatabase;

beforeEach(wipe);

async function wipe(): Promise<void> {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
}

test('hundreds of notes of one article are put into the search index together', async () => {
  const { id } = await saveArticle(database, { article: sampleArticle() }, 1000);
  await saveArticle(database, { article: sampleArticle({ url: 'https://b.example/' }) }, 1000);
  const [other = ''] = (await database.getAllKeys('metadata')).filter((key) => key !== id);
  const place = { exact: 'word', prefix: '', suffix: '', start: 0, end: 4, colour: 'yellow' } as const;
  for (let at = 0; at < 300; at += 1) {
    const articleId = at % 100 === 0 ? other : id;
    await database.put('highlights', {
      ...{ ...place, id: crypto.randomUUID(), articleId, note: `Note ${at}`, createdAt: at, changedAt: at },
    });
  }
  const file = await makeBackup(database, {});
  await wipe();
  await restoreBackup(database, file);
  expect(await database.count('highlights')).toBe(300);
  // Two of the articles as they come, and two with their notes.
  expect(await database.count('searchSegments')).toBeLessThanOrEqual(4);
});

test('an article and its notes are stored before its pictures, for which there may be no room', async () => {
  const { id } = await saveArticle(database, { article: sampleArticle() }, 1000);
  const place = { exact: 'word', prefix: '', suffix: '', start: 0, end: 4, colour: 'yellow', articleId: id } as const;
  for (let at = 0; at < 60; at += 1) {
    await database.put('highlights', { ...place, id: `${at}`, note: `Note ${at}`, createdAt: at, changedAt: at });
  }
  const bytes = new Blob(['tide'], { type: 'image/png' });
  await database.put('pictures', { hash: createHash('sha256').update('tide').digest('hex'), type: 'image/png', bytes });
  const file = await makeBackup(database, {});
  await wipe();
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    if (this.name === 'pictures') throw new DOMException('No room.', 'QuotaExceededError');
    return put.call(this, value, key);
  });
  await expect(restoreBackup(database, file)).rejects.toMatchObject({ code: 'quota' });
  vi.restoreAllMocks();
  expect(await database.getAllKeys('metadata')).toEqual([id]);
  expect(await database.count('highlights')).toBe(60);
});

test('hundreds of pictures of one article are counted together', async () => {
  const urls = Array.from({ length: 300 }, (_, at) => `https://pictures.example/${at}.png`);
  const html = `<p>The tide.</p>${urls.map((url) => `<img src="${url}">`).join('')}`;
  const { id } = await saveArticle(database, { article: sampleArticle({ html }) }, 1000);
  const file = await makeBackup(database, {});
  await wipe();
  const all = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  await restoreBackup(database, file);
  expect(all.mock.calls.length).toBeLessThan(10);
  all.mockRestore();
  expect((await readMetadata(database, [id]))[0]?.pictures).toEqual({ total: 300, kept: 0, pending: 0 });
});

test('hundreds of older texts of one article are compared together, and duplicates are stored once', async () => {
  const { id } = await saveArticle(database, { article: sampleArticle() }, 1000);
  for (let at = 0; at < 200; at += 1) {
    const article = sampleArticle({ text: `Text ${at}`, contentHash: `${at % 190}` });
    await database.put('copies', { articleId: id, keptAt: at, why: 'replaced', article });
  }
  const file = await makeBackup(database, {});
  await wipe();
  const { get } = IDBObjectStore.prototype;
  let reads = 0;
  const reading = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
    if (this.name === 'copies') reads += 1;
    return get.call(this, key);
  });
  await restoreBackup(database, file);
  await restoreBackup(database, file);
  reading.mockRestore();
  expect(reads).toBeLessThan(1000);
  const copies = await database.getAll('copies');
  expect(copies.map(({ keptAt }) => keptAt)).toEqual(Array.from({ length: 190 }, (_, at) => at));
});
