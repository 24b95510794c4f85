import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { moveItems, restoreItems } from '../../../src/storage/change-items.ts';
import { addHighlight } from '../../../src/storage/highlights/change-highlights.ts';
import type { LibraryDatabase } from '../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';
import { readCounts, readList, readSaved } from '../../../src/storage/read-items.ts';
import { saveArticle, saveLink } from '../../../src/storage/save-article.ts';
import { searchLibrary } from '../../../src/storage/search/search-library.ts';
import { updateCopy } from '../../../src/storage/update-copy.ts';
import { sampleArticle } from './sample-article.ts';
import { undoLastSave } from './undo-last-save.ts';

let database: LibraryDatabase;
const everything = { place: 'list', limit: 50 } as const;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
});

test('a saved article is read back exactly as it was given', async () => {
  const article = sampleArticle();
  const receipt = await saveArticle(database, { article }, 1000);
  expect(receipt).toEqual({ id: receipt.id, savedAt: 1000, existed: false });
  expect((await readSaved(database, receipt.id))?.article).toEqual(article);
});

test('saving the same page twice keeps one item and its first text', async () => {
  const first = await saveArticle(database, { article: sampleArticle() }, 1000);
  const again = sampleArticle({ url: 'https://news.example/tide?utm_source=x#top', text: 'Other.' });
  expect(await saveArticle(database, { article: again }, 2000)).toEqual({ id: first.id, savedAt: 1000, existed: true });
  expect((await readSaved(database, first.id))?.article?.text).toContain('twice a day');
});

test('a new article begins at the position of its page, and one that was there keeps its own', async () => {
  const position = { block: 3, offset: 0.5, quote: 'The lamps', progress: 0.4, at: 900 };
  const article = sampleArticle();
  const { id } = await saveArticle(database, { article, position }, 1000);
  expect((await readSaved(database, id))?.metadata.position).toEqual(position);
  await saveArticle(database, { article, position: { ...position, block: 9, at: 1500 } }, 2000);
  expect((await readSaved(database, id))?.metadata.position).toEqual(position);
});

test('two saves at once of one page keep one item', async () => {
  const article = sampleArticle();
  const [a, b] = await Promise.all([saveArticle(database, { article }), saveArticle(database, { article })]);
  expect(a.id).toBe(b.id);
  expect((await readCounts(database)).list).toBe(1);
});

test('a link becomes the article of the address it redirected to', async () => {
  const link = await saveLink(database, { url: 'http://short.example/x', title: 'Read me' }, 1000);
  const article = sampleArticle();
  const saved = await saveArticle(database, { article, aliases: ['http://short.example/x'] }, 2000);
  expect(saved).toMatchObject({ id: link.id, existed: false });
  expect((await readSaved(database, link.id))?.article).toEqual(article);
  const again = await saveLink(database, { url: 'https://short.example/x', title: 'Read me' }, 3000);
  expect(again).toMatchObject({ id: link.id, existed: true });
});

test('a link that gets its text without a save stays in its place, in the archive, with its date and without Undo', async () => {
  const { id } = await saveLink(database, { url: 'https://short.example/x', title: 'Read me' }, 1000);
  await moveItems(database, [id], 'archive', { today: 0, now: 1500 });
  const unasked = { article: sampleArticle(), aliases: ['https://short.example/x'], unasked: true };
  await saveArticle(database, unasked, 2000);
  const kept = { kind: 'article', place: 'archive', savedAt: 1000, movedAt: 1500 };
  expect((await readSaved(database, id))?.metadata).toMatchObject(kept);
  // The Undo that is still offered is that of the link.
  expect(await database.get('undo', id)).toMatchObject({ at: 1000 });

  const { id: other } = await saveArticle(database, { article: sampleArticle({ url: 'https://news.example/2' }) }, 100);
  await moveItems(database, [other], 'deleted', { today: 0, now: 3000 });
  const link = await saveLink(database, { url: 'https://short.example/2', title: 'Read me' }, 3500);
  await moveItems(database, [link.id], 'archive', { today: 0, now: 3600 });
  const again = { article: sampleArticle({ url: 'https://news.example/2' }), aliases: ['https://short.example/2'] };
  await saveArticle(database, { ...again, unasked: true }, 4000);
  expect(await readCounts(database)).toEqual({ list: 0, archive: 2, deleted: 0 });
  expect((await readSaved(database, other))?.metadata).toMatchObject({ place: 'archive', savedAt: 3500 });
});

test("so does a link that was saved under the page's own address", async () => {
  const { id } = await saveLink(database, { url: sampleArticle().url, title: 'Tide' }, 1000);
  await moveItems(database, [id], 'archive', { today: 0, now: 1500 });
  await saveArticle(database, { article: sampleArticle(), unasked: true }, 2000);
  const kept = { kind: 'article', place: 'archive', savedAt: 1000, movedAt: 1500 };
  expect((await readSaved(database, id))?.metadata).toMatchObject(kept);
});

test.each([
  ['was deleted', (id: string) => moveItems(database, [id], 'deleted', { today: 0, now: 1500 }), 1],
  ['was let go again by Undo', (id: string) => undoLastSave(database, id), 0],
])('a link that %s while its page was read does not come back as an article', async (_what, letGo, deleted) => {
  for (const url of ['https://short.example/x', sampleArticle().url]) {
    const { id } = await saveLink(database, { url, title: 'Read me' }, 1000);
    await letGo(id);
    const unasked = { article: sampleArticle(), aliases: [url], unasked: true };
    await expect(saveArticle(database, unasked, 2000)).rejects.toMatchObject({ code: 'not-found' });
    expect((await readSaved(database, id))?.metadata.kind).toBe(deleted ? 'link' : undefined);
  }
  expect(await readCounts(database)).toEqual({ list: 0, archive: 0, deleted: 2 * deleted });
});

test('undo of a save removes it; undo of a link that became an article leaves the link', async () => {
  const { id } = await saveArticle(database, { article: sampleArticle() });
  await undoLastSave(database, id);
  expect(await readSaved(database, id)).toBeNull();
  const link = await saveLink(database, { url: 'https://news.example/tide', title: 'Tide' }, 1000);
  await saveArticle(database, { article: sampleArticle() }, 2000);
  await undoLastSave(database, link.id);
  const left = await readSaved(database, link.id);
  expect(left).toMatchObject({ metadata: { kind: 'link', title: 'Tide', savedAt: 1000 }, article: null });
});

test('saving a deleted article again brings it back, and undo deletes it again with its old text', async () => {
  const { id } = await saveArticle(database, { article: sampleArticle() }, 1000);
  await moveItems(database, [id], 'deleted', { today: 0, now: 2000 });
  const fresh = sampleArticle({ text: 'Newer text of the page.' });
  expect(await saveArticle(database, { article: fresh }, 3000)).toEqual({ id, savedAt: 3000, existed: false });
  expect((await readSaved(database, id))?.article?.text).toBe('Newer text of the page.');
  await undoLastSave(database, id);
  const after = await readSaved(database, id);
  expect(after?.metadata.place).toBe('deleted');
  expect(after?.article?.text).toContain('twice a day');
});

test('undo of a link that restored a deleted article keeps its text searchable', async () => {
  const { id } = await saveArticle(database, { article: sampleArticle() }, 1000);
  await moveItems(database, [id], 'deleted', { today: 0, now: 2000 });
  await saveLink(database, { url: 'https://news.example/tide', title: 'Tide' }, 3000);
  await undoLastSave(database, id);
  await restoreItems(database, [id]);
  expect((await readSaved(database, id))?.article?.text).toContain('twice a day');
  expect((await searchLibrary(database, { text: 'clock', limit: 5 })).hits.map((hit) => hit.metadata.id)).toEqual([id]);
});

const MARK = { exact: 'tide', prefix: '', suffix: '', start: 4, end: 8, colour: 'yellow' } as const;

test('undo turns an article back into the link with its notes, in its place', async () => {
  const { id } = await saveLink(database, { url: 'https://news.example/tide', title: 'Tide' }, 1000);
  await addHighlight(database, id, { ...MARK, exact: 'imported', start: 0, end: 0 }, 1500);
  await saveArticle(database, { article: sampleArticle() }, 2000);
  await undoLastSave(database, id, 3000);
  expect((await readSaved(database, id))?.metadata).toMatchObject({ kind: 'link', place: 'list', savedAt: 1000 });
  expect(await database.count('highlights')).toBe(1);
});

test('undo puts a deleted article with highlights back as it was', async () => {
  const { id } = await saveArticle(database, { article: sampleArticle() }, 1000);
  await addHighlight(database, id, MARK, 1500);
  await moveItems(database, [id], 'archive', { today: 0, now: 1600 });
  await moveItems(database, [id], 'deleted', { today: 7, now: 2000 });
  const before = { ...(await database.get('metadata', id)), searchStamp: 0 };
  await saveArticle(database, { article: sampleArticle({ text: 'Newer text of the page.' }) }, 3000);
  await undoLastSave(database, id, 4000, 9);
  expect({ ...(await database.get('metadata', id)), searchStamp: 0 }).toEqual(before);
  expect((await readSaved(database, id))?.article?.text).toContain('twice a day');
  expect(await database.count('highlights')).toBe(1);
});

test('an article highlighted since its save goes to Recently deleted on undo, with its highlights', async () => {
  const { id } = await saveLink(database, { url: 'https://news.example/tide', title: 'Tide' }, 1000);
  await addHighlight(database, id, { ...MARK, exact: 'imported', start: 0, end: 0 }, 1500);
  await saveArticle(database, { article: sampleArticle() }, 2000);
  await addHighlight(database, id, MARK, 2500);
  await undoLastSave(database, id, 3000);
  expect((await readSaved(database, id))?.metadata).toMatchObject({ kind: 'article', place: 'deleted' });
  expect(await database.count('highlights')).toBe(2);
});

test('Update copy makes the new text the current one and keeps the old one', async () => {
  const long = 'word '.repeat(200);
  const { id } = await saveArticle(database, { article: sampleArticle({ text: long }) }, 1000);
  const newer = sampleArticle({ text: `${long}more` });
  expect(await updateCopy(database, newer, 2000)).toMatchObject({ id, savedAt: 2000 });
  expect((await readSaved(database, id))?.article?.text).toBe(`${long}more`);
  expect((await database.getAll('copies')).map((copy) => [copy.why, copy.article.text])).toEqual([['replaced', long]]);
});

test.each([
  ['shorter', 'word '.repeat(150)],
  ['sign-in', 'Sign in to continue reading.'],
] as const)('a new text that looks %s stays behind the old one', async (why, text) => {
  const { id } = await saveArticle(database, { article: sampleArticle({ text: 'word '.repeat(200) }) }, 1000);
  expect(await updateCopy(database, sampleArticle({ text }), 2000)).toMatchObject({ id, aside: why, savedAt: 1000 });
  expect((await readSaved(database, id))?.article?.text).toBe('word '.repeat(200));
  expect((await database.getAll('copies')).map((copy) => [copy.why, copy.article.text])).toEqual([[why, text]]);
});

test('a text that does not replace the old one is stored once, however often it comes', async () => {
  const { id } = await saveArticle(database, { article: sampleArticle({ text: 'word '.repeat(200) }) }, 1000);
  const short = sampleArticle({ text: 'word '.repeat(50) });
  for (const now of [2000, 3000])
    expect(await updateCopy(database, short, now)).toMatchObject({ id, aside: 'shorter' });
  expect((await database.getAll('copies')).map(({ keptAt }) => keptAt)).toEqual([2000]);
});

test('the list is newest first and its pages have no gaps or repeats, also with equal times', async () => {
  for (let n = 0; n < 7; n += 1) {
    await saveArticle(
      database,
      { article: sampleArticle({ url: `https://news.example/${n}` }) },
      1000 + Math.floor(n / 3),
    );
  }
  const all = (await readList(database, everything)).items.map((item) => item.id);
  const paged: string[] = [];
  for (let after = null; ; ) {
    const page = await readList(database, { place: 'list', limit: 2, after });
    paged.push(...page.items.map((item) => item.id));
    after = page.next as never;
    if (!page.next) break;
  }
  expect(paged).toEqual(all);
  expect(new Set(all).size).toBe(7);
});

test('moving articles from given places leaves those that are elsewhere by then', async () => {
  const one = await saveArticle(database, { article: sampleArticle() }, 1000);
  const other = await saveArticle(database, { article: sampleArticle({ url: 'https://news.example/other' }) }, 1000);
  const ids = [one.id, other.id];
  await moveItems(database, ids, 'archive', { today: 0, now: 2000 });
  await moveItems(database, [other.id], 'deleted', { today: 0, now: 3000 });
  expect(await moveItems(database, ids, 'list', { today: 0, now: 4000, from: ['archive'] })).toEqual([one.id]);
  expect(await readCounts(database)).toEqual({ list: 1, archive: 0, deleted: 1 });
  // Out of Recently deleted only what restores takes it.
  expect(await moveItems(database, ids, 'archive', { today: 0, now: 5000 })).toEqual([one.id]);
  expect(await readCounts(database)).toEqual({ list: 0, archive: 1, deleted: 1 });
});

test('the title of a link is cut between two characters, however long its page has made it', async () => {
  await saveLink(
    database,
    { url: 'https://short.example/x', title: ` ${'a'.repeat(9_999)}🌊${'b'.repeat(1_000_000)}` },
    1000,
  );
  expect((await readList(database, everything)).items[0]?.title).toBe('a'.repeat(9_999));
});
