import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepPosition, markOpened, moveItems, restoreItems } from '../../../src/storage/change-items.ts';
import { today } from '../../../src/storage/day-count.ts';
import { ITEM_STORES } from '../../../src/storage/drop-item.ts';
import { addHighlight } from '../../../src/storage/highlights/change-highlights.ts';
import { connectLibrary } from '../../../src/storage/library-connection.ts';
import type { LibraryDatabase } from '../../../src/storage/library-schema.ts';
import { libraryWrites } from '../../../src/storage/library-writes.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';
import { keepPicture } from '../../../src/storage/pictures/settle-picture.ts';
import { dropDeleted, purgeDeleted } from '../../../src/storage/purge-deleted.ts';
import { readList, readMetadata, readSaved, readUnfinished } from '../../../src/storage/read-items.ts';
import { saveArticle } from '../../../src/storage/save-article.ts';
import { updateCopy } from '../../../src/storage/update-copy.ts';
import { sampleArticle } from './sample-article.ts';

const DAY = 24 * 60 * 60 * 1000;
const START = 1_790_000_000_000;
let database: LibraryDatabase;
let id: string;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
  ({ id } = await saveArticle(database, { article: sampleArticle() }, START));
  await purgeDeleted(database, { now: START });
  await moveItems(database, [id], 'deleted', { today: await today(database, START), now: START });
});

test('a deleted article can be restored for 30 days and is then gone with its text and highlights', async () => {
  const anchor = { exact: 'lit', prefix: '', suffix: '', start: 0, end: 3, colour: 'yellow' } as const;
  await addHighlight(database, id, anchor);
  for (let day = 1; day < 30; day += 1) expect(await purgeDeleted(database, { now: START + day * DAY })).toEqual([]);
  expect(await database.count('highlights')).toBe(1);
  expect(await purgeDeleted(database, { now: START + 30 * DAY })).toEqual([id]);
  expect(await database.count('bodies')).toBe(0);
  expect(await database.count('highlights')).toBe(0);
});

async function loseDay(): Promise<void> {
  const item = await database.get('metadata', id);
  if (item) await database.put('metadata', { ...item, deletedDay: null });
}

test('an item in Recently deleted whose day of deletion is lost is kept for 30 days from when that is seen', async () => {
  await purgeDeleted(database, { now: START + DAY });
  await loseDay();
  for (let day = 2; day < 32; day += 1) expect(await purgeDeleted(database, { now: START + day * DAY })).toEqual([]);
  expect(await database.count('bodies')).toBe(1);
  expect(await purgeDeleted(database, { now: START + 32 * DAY })).toEqual([id]);
});

test('an item whose day of deletion is lost goes with the others when a person wants the room now', async () => {
  await loseDay();
  // On a full disk nothing can be written any more.
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  expect(await purgeDeleted(database, { now: START, daysKept: 0 })).toEqual([id]);
  expect(await database.count('bodies')).toBe(0);
});

test('the days that are shown as left are right, however long the browser was closed', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  /** At a time when nothing has counted the days yet. */
  const left = async (now: number) => {
    vi.setSystemTime(now);
    const { items } = await readList(database, { place: 'deleted', limit: 9 });
    const known = await readMetadata(database, [id]);
    expect(known.map(({ daysLeft }) => daysLeft)).toEqual(items.map(({ daysLeft }) => daysLeft));
    return items[0]?.daysLeft;
  };
  expect(await left(START)).toBe(30);
  expect(await left(START + 2 * DAY)).toBe(28);
  await purgeDeleted(database, { now: START + 2 * DAY });
  expect(await left(START + 2 * DAY)).toBe(28);
  const back = START + 90 * DAY;
  const days = (await left(back)) ?? 0;
  expect(await purgeDeleted(database, { now: back })).toEqual([]);
  expect(await left(back)).toBe(days);
  expect(days).toBeGreaterThan(1);
  for (let day = 1; day < days; day += 1) expect(await purgeDeleted(database, { now: back + day * DAY })).toEqual([]);
  expect(await left(back + (days - 1) * DAY)).toBe(1);
  expect(await purgeDeleted(database, { now: back + days * DAY })).toEqual([id]);
  expect(await left(back + days * DAY)).toBeUndefined();
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('parts of days add up when the browser starts every day and a half, so that 30 days do not become 40', async () => {
  for (let start = 1; start < 20; start += 1)
    expect(await purgeDeleted(database, { now: START + start * 1.5 * DAY })).toEqual([]);
  expect(await purgeDeleted(database, { now: START + 30 * DAY })).toEqual([id]);
});

test('a clock that was a year behind for a day does not prolong the 30 days', async () => {
  await purgeDeleted(database, { now: START - 365 * DAY });
  const gone: string[] = [];
  for (let day = 1; day <= 30; day += 1) gone.push(...(await purgeDeleted(database, { now: START + day * DAY })));
  expect(gone).toEqual([id]);
});

test('an article that is deleted after days without a start has its 30 days, too', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  const { id: other } = await saveArticle(database, { article: sampleArticle({ url: 'https://news.example/b' }) });
  const connection = connectLibrary();
  // The message that deletes it starts the background; the days that passed are counted some seconds later.
  vi.setSystemTime(START + 6 * DAY);
  await libraryWrites(connection).move([other], 'deleted');
  await purgeDeleted(database, { now: Date.now() });
  expect((await readMetadata(database, [id, other])).map(({ daysLeft }) => daysLeft)).toEqual([24, 30]);
  connection.close();
});

test('Delete for good frees the room now, and articles that are not deleted stay', async () => {
  const { id: other } = await saveArticle(
    database,
    { article: sampleArticle({ url: 'https://news.example/b' }) },
    START,
  );
  expect(await purgeDeleted(database, { now: START, daysKept: 0 })).toEqual([id]);
  expect(await readSaved(database, id)).toBeNull();
  expect(await readSaved(database, other)).not.toBeNull();
});

test('deleting for good leaves no older text, highlight, picture or record for Undo', async () => {
  const picture = 'https://pictures.example/tide.png';
  const longer = { html: `<p>Lit.</p><img src="${picture}">`, text: 'Lit. '.repeat(900), contentHash: 'longer' };
  await restoreItems(database, [id], START);
  await updateCopy(database, sampleArticle(longer), START + 1);
  await addHighlight(database, id, { exact: 'Lit', prefix: '', suffix: '', start: 0, end: 3, colour: 'yellow' });
  await keepPicture(database, { articleId: id, url: picture }, { bytes: new Blob(['png']), hash: 'png' });
  await moveItems(database, [id], 'deleted', { today: await today(database, START), now: START + 2 });
  const left = async () => Promise.all(ITEM_STORES.map(async (store) => [store, await database.count(store)]));
  expect(await left()).toEqual(ITEM_STORES.map((store) => [store, 1]));
  await purgeDeleted(database, { now: START + 2, daysKept: 0 });
  expect(await left()).toEqual(ITEM_STORES.map((store) => [store, 0]));
});

test('thousands are deleted in steps with progress; finished steps stay done if the next fails, and restored items stay', async () => {
  const ids = [id];
  for (let number = 0; number < 430; number += 1) {
    const article = sampleArticle({ url: `https://news.example/many/${number}` });
    ids.push((await saveArticle(database, { article }, START + number)).id);
  }
  await moveItems(database, ids, 'deleted', { today: await today(database, START), now: START });
  const [first = [], ...none] = await stepsOf(() => {
    throw new Error('The worker is gone.');
  });
  expect(none).toEqual([]);
  expect(first.length).toBeGreaterThan(0);
  expect(first.length).toBeLessThanOrEqual(200);
  expect(await database.count('metadata')).toBe(ids.length - first.length);

  const back = (await database.getAllKeysFromIndex('metadata', 'place')).slice(-1);
  const steps = await stepsOf(async () => void (await restoreItems(database, back)));
  expect(steps.length).toBeGreaterThan(1);
  expect(await database.getAllKeys('metadata')).toEqual(back);
  expect(await database.getAllKeys('bodies')).toEqual(back);
});

/** What each step removed; `between` runs after the first. */
async function stepsOf(between: () => void): Promise<string[][]> {
  const steps: string[][] = [];
  const onRemoved = (ids: string[]): void => {
    steps.push(ids);
    if (steps.length === 1) between();
  };
  await purgeDeleted(database, { now: START, daysKept: 0, onRemoved }).catch(() => undefined);
  return steps;
}

test.each([
  ['ten years ahead', 3650 * DAY],
  ['ten years back', -3650 * DAY],
])('a clock that jumps %s, and back, deletes nothing', async (_what, jump) => {
  expect(await purgeDeleted(database, { now: START + jump })).toEqual([]);
  expect(await purgeDeleted(database, { now: START + DAY })).toEqual([]);
  expect(await readSaved(database, id)).not.toBeNull();
});

test('a restored article is back in its place and its row', async () => {
  await saveArticle(database, { article: sampleArticle({ url: 'https://news.example/b' }) }, START + 1);
  await restoreItems(database, [id], START + 2);
  const { items } = await readList(database, { place: 'list', limit: 5 });
  expect(items.map((item) => item.url)).toEqual(['https://news.example/b', 'https://news.example/tide']);
  await moveItems(database, [id], 'archive', { today: 0, now: START + 5 });
  await moveItems(database, [id], 'deleted', { today: 0, now: START + 9 });
  await restoreItems(database, [id]);
  expect((await readSaved(database, id))?.metadata).toMatchObject({ place: 'archive', movedAt: START + 5 });
});

test.each([DAY + 1, -DAY - 1])(
  'the record for Undo of a save is removed after a day, also when the clock was wrong: %d',
  async (passed) => {
    await purgeDeleted(database, { now: START + Math.sign(passed) });
    expect(await database.count('undo')).toBe(1);
    await purgeDeleted(database, { now: START + passed });
    expect(await database.count('undo')).toBe(0);
  },
);

test('Continue reading has articles that were opened and not finished, the latest first', async () => {
  await restoreItems(database, [id]);
  const other = await saveArticle(database, { article: sampleArticle({ url: 'https://news.example/b' }) });
  await markOpened(database, id, START + 1);
  await markOpened(database, other.id, START + 2);
  expect((await readUnfinished(database, 3)).map((item) => item.id)).toEqual([other.id, id]);
  const end = { block: 9, offset: 1, quote: '', progress: 1, at: START + 3 };
  await keepPosition(database, other.id, end);
  await keepPosition(database, other.id, { ...end, progress: 0.1, at: START }, START + 3);
  expect((await readUnfinished(database, 3)).map((item) => item.id)).toEqual([id]);
});

test('Continue reading has an article that was scrolled in full view, where nothing is opened', async () => {
  await restoreItems(database, [id]);
  const other = await saveArticle(database, { article: sampleArticle({ url: 'https://news.example/b' }) });
  const top = { block: 0, offset: 0, quote: '', progress: 0, at: START + 1 };
  await keepPosition(database, id, top, START + 1);
  expect(await readUnfinished(database, 3)).toEqual([]);
  await markOpened(database, other.id, START + 2);
  await keepPosition(database, id, { ...top, block: 4, progress: 0.3, at: START + 3 }, START + 3);
  expect((await readUnfinished(database, 3)).map((item) => item.id)).toEqual([id, other.id]);
});

test('a position written while the clock was ahead is replaced by the next one', async () => {
  const position = { block: 1, offset: 0, quote: '', progress: 0.2, at: START + DAY };
  await keepPosition(database, id, position, START);
  await keepPosition(database, id, { ...position, block: 5, at: START }, START);
  expect((await readSaved(database, id))?.metadata.position).toEqual({ ...position, block: 5, at: START + DAY + 1 });
  await keepPosition(database, id, { ...position, block: 7, at: START + 2 * DAY }, START + 2 * DAY);
  expect((await readSaved(database, id))?.metadata.position).toMatchObject({ block: 7, at: START + 2 * DAY });
});

test('single articles of Recently deleted can be deleted for good, and those elsewhere stay', async () => {
  const other = await saveArticle(database, { article: sampleArticle({ url: 'https://a.example/other' }) }, START + 1);
  const kept = await saveArticle(database, { article: sampleArticle({ url: 'https://a.example/kept' }) }, START + 2);
  await moveItems(database, [other.id], 'deleted', { today: await today(database, START), now: START });
  const told: string[][] = [];
  await dropDeleted(database, [id, kept.id, 'none'], (ids) => told.push(ids));
  expect(told).toEqual([[id]]);
  expect((await database.getAllKeys('bodies')).toSorted()).toEqual([kept.id, other.id].toSorted());
  expect((await readMetadata(database, [id, other.id])).map((item) => item.id)).toEqual([other.id]);
});
