import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { moveItems } from '../../../../src/storage/change-items.ts';
import type { LibraryDatabase } from '../../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { purgeDeleted } from '../../../../src/storage/purge-deleted.ts';
import { saveArticle } from '../../../../src/storage/save-article.ts';
import { mergeSegments } from '../../../../src/storage/search/merge-segments.ts';
import { needsRebuild } from '../../../../src/storage/search/rebuild-index.ts';
import { searchLibrary } from '../../../../src/storage/search/search-library.ts';
import { undoSave } from '../../../../src/storage/undo-save.ts';
import { sampleArticle } from '../sample-article.ts';

let database: LibraryDatabase;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
});

/** No two have the same title. */
const keep = (title: string, text: string) =>
  saveArticle(database, { article: sampleArticle({ title, text, url: `https://news.example/${encodeURI(title)}` }) });
const titles = async (query: string): Promise<string[]> =>
  (await searchLibrary(database, { text: query, limit: 20 })).hits.map((hit) => hit.metadata.title);

test('merging changes no result, forgets deleted articles, and leaves few segments', async () => {
  for (let n = 0; n < 300; n += 1) {
    await keep(`Number ${n}`, `common text ${n % 7 === 0 ? 'seventh' : ''} unique${n} 第${n}篇文章`);
  }
  const gone = await keep('Gone', 'common ghost');
  await undoSave(database, gone);
  const before = await titles('seventh common');
  expect(before).toHaveLength(20);
  expect(await mergeSegments(database)).toBeGreaterThan(0);
  const segments = await database.getAll('searchSegments');
  expect(segments.length).toBeLessThan(32);
  expect(segments.some((segment) => segment.ids.includes(gone.id))).toBe(false);
  expect((await searchLibrary(database, { text: 'seventh common', limit: 500 })).hits.length).toBe(43);
  expect(await titles('unique250')).toEqual(['Number 250']);
  expect(await titles('第17篇')).toEqual(['Number 17']);
});

async function wordsInIndex(): Promise<string[]> {
  const heads = await database.getAll('searchSegments');
  const parts = [...heads.map(({ inline }) => inline), ...(await database.getAll('searchBlocks'))];
  return parts.flatMap((part) => part?.terms.split('\n') ?? []);
}

test('articles deleted for good are removed from the index, also when there is nothing to merge', async () => {
  for (let n = 0; n < 16; n += 1) await keep(`Number ${n}`, 'common text');
  const gone = await keep('Gone', 'common ghost');
  const merged = await keep('Merged', 'common spectre');
  await mergeSegments(database);
  const alone = await keep('Alone', 'common phantom');
  await moveItems(database, [gone.id, merged.id, alone.id], 'deleted', { today: 0 });
  await purgeDeleted(database, { daysKept: 0 });
  const secrets = ['ghost', 'spectre', 'phantom'];
  expect(await wordsInIndex()).toEqual(expect.arrayContaining(secrets));
  expect(await mergeSegments(database)).toBe(2);
  expect(await wordsInIndex()).toContain('common');
  for (const word of secrets) expect(await wordsInIndex()).not.toContain(word);
  expect(await titles('common text')).toHaveLength(16);
  expect(await mergeSegments(database)).toBe(0);
});

const FILLER = Array.from({ length: 1500 }, (_unused, at) => at.toString(36).padStart(3, '0'));

test('articles deleted for good are removed from the largest segments, too, and nothing else is', async () => {
  const words = (first: string) => FILLER.map((word) => first + word).join(' ');
  await keep('First', `common ${words('b')} between`);
  // Whole blocks are its own, and the first term of all.
  const gone = await keep('Gone', `common aardvark ghost ${words('g')}`);
  await keep('Last', `common ${words('n')} ghastly`);
  for (let n = 0; n < 13; n += 1) await keep(`Number ${n}`, 'common text');
  await mergeSegments(database);
  const [head] = await database.getAll('searchSegments');
  if (head) await database.put('searchSegments', { ...head, level: 6 });
  database.close();
  database = await openDatabase();
  expect(await database.count('searchBlocks')).toBeGreaterThan(6);
  await moveItems(database, [gone.id], 'deleted', { today: 0 });
  await purgeDeleted(database, { daysKept: 0 });
  expect(await mergeSegments(database)).toBe(1);

  const left = [...(await database.getAll('searchSegments')), ...(await wordsInIndex())];
  expect(JSON.stringify(left)).not.toMatch(/aardvark|ghost|"g00|\\ng00|gone/);
  expect(JSON.stringify(left)).not.toContain(gone.id);
  expect(await titles('common')).toHaveLength(15);
  for (const [query, title] of [
    ['b000', 'First'],
    ['b15n', 'First'],
    ['between', 'First'],
    ['ghastly', 'Last'],
    ['n000', 'Last'],
    ['n15n', 'Last'],
    ['ghas', 'Last'],
  ] as const) {
    expect(await titles(query)).toEqual([title]);
  }
  expect(await titles('aardvark')).toEqual([]);
  expect(await needsRebuild(database)).toBeNull();
  expect(await mergeSegments(database)).toBe(0);
});

test('an interrupted merge is cleaned up, and its sources still answer', async () => {
  await keep('Kept', 'walrus');
  const empty = { ids: '', stamps: new Uint32Array(), lengths: new Uint32Array(), firstTerms: 'a', inline: null };
  const segment = await database.add('searchSegments', { level: 1, ...empty, building: true });
  const block = { segment, block: 0, terms: 'a', ends: new Uint32Array([0]), bytes: new Uint8Array() };
  await database.put('searchBlocks', block);
  expect(await titles('walrus')).toEqual(['Kept']);
  await mergeSegments(database);
  expect(await database.count('searchBlocks')).toBe(0);
  expect(await titles('walrus')).toEqual(['Kept']);
});
