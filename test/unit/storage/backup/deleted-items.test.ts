import { createHash } from 'node:crypto';
import 'fake-indexeddb/auto';
import { gunzipSync } from 'node:zlib';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeBackup } from '../../../../src/storage/backup/make-backup.ts';
import { previewBackup } from '../../../../src/storage/backup/preview-backup.ts';
import { restoreBackup } from '../../../../src/storage/backup/restore-backup.ts';
import { moveItems, restoreItems } from '../../../../src/storage/change-items.ts';
import { today } from '../../../../src/storage/day-count.ts';
import type { LibraryDatabase } from '../../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { keepPicture } from '../../../../src/storage/pictures/settle-picture.ts';
import { purgeDeleted } from '../../../../src/storage/purge-deleted.ts';
import { readMetadata } from '../../../../src/storage/read-items.ts';
import { saveArticle } from '../../../../src/storage/save-article.ts';
import { updateCopy } from '../../../../src/storage/update-copy.ts';
import { dressItem } from '../dress-item.ts';
import { sampleArticle } from '../sample-article.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 5, 1);
const PICTURE = 'https://a.example/p.png';
const HASH = createHash('sha256').update('a picture').digest('hex');
const PARTS = ['bodies', 'copies', 'highlights', 'pictures', 'pictureJobs'] as const;

let database: LibraryDatabase;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  database = await newDatabase();
});
afterEach(() => void vi.useRealTimers());

function newDatabase(): Promise<LibraryDatabase> {
  globalThis.indexedDB = new IDBFactory();
  return openDatabase();
}

/** Saves a page with an older text, a highlight with a note and a picture, and deletes it; gives its id. */
async function deleteDressed(): Promise<string> {
  const html = `<img src="${PICTURE}">`;
  const { id } = await saveArticle(database, { article: sampleArticle({ html }) }, START - 2000);
  await dressItem(database, id, START - 1500);
  const text = 'The tide comes in twice a day.\nSomebody on the island owns a clock now.';
  await updateCopy(database, sampleArticle({ html, text }), START - 1000);
  const bytes = new Blob(['a picture'], { type: 'image/png' });
  await keepPicture(database, { articleId: id, url: PICTURE }, { bytes, hash: HASH });
  await moveItems(database, [id], 'deleted', { today: 0, now: START });
  return id;
}

/** A backup made so long after the deletion, with a change to its text. */
async function fileAfter(time: number, change = (text: string) => text): Promise<Blob> {
  vi.setSystemTime(START + time);
  const file = await makeBackup(database, {});
  return new Blob([change(gunzipSync(await file.bytes()).toString())]);
}

const partsHere = () => Promise.all(PARTS.map((store) => database.count(store)));

/** Restores a file, and looks at it first; gives what both say alike. */
async function restore(file: Blob): Promise<{ fresh: number; present: number }> {
  const { fresh, present, refused } = await previewBackup(database, file);
  const restored = await restoreBackup(database, file);
  expect(restored).toMatchObject({ imported: fresh, present, refused: [], moreRefused: 0 });
  expect(refused).toEqual([]);
  return { fresh, present };
}

const placeOf = async (id: string) => (await readMetadata(database, [id]))[0]?.place;

test.each(['list', 'archive'] as const)(
  'a backup made while an article was deleted does not delete it again: %s',
  async (place) => {
    const { id } = await saveArticle(database, { article: sampleArticle() }, START + 1000);
    await moveItems(database, [id], place, { today: 0, now: START + 2000 });
    await moveItems(database, [id], 'deleted', { today: 0, now: START + 3000 });
    const whileDeleted = await makeBackup(database, {});
    await restoreItems(database, [id], START + 4000);
    await restoreBackup(database, whileDeleted);
    expect(await placeOf(id)).toBe(place);

    await moveItems(database, [id], 'deleted', { today: 0, now: START + 5000 });
    const deletedSince = await makeBackup(database, {});
    database = await newDatabase();
    await restoreBackup(database, whileDeleted);
    await restoreItems(database, [id], START + 4000);
    await restoreBackup(database, deletedSince);
    expect(await placeOf(id)).toBe('deleted');
  },
);

test.each(['list', 'archive'] as const)(
  'an article that was taken out of Recently deleted in one browser is restored in the other: %s',
  async (place) => {
    const { id } = await saveArticle(database, { article: sampleArticle() }, START + 1000);
    await moveItems(database, [id], place, { today: 0, now: START + 2000 });
    // The clock was a day ahead when it was deleted.
    await moveItems(database, [id], 'deleted', { today: 0, now: START + 2000 + DAY });
    const before = await makeBackup(database, {});
    await restoreItems(database, [id], START + 3000);
    const after = await makeBackup(database, {});
    const here = await database.getAll('metadata');
    await restoreBackup(database, after);
    expect(await database.getAll('metadata')).toEqual(here);
    database = await newDatabase();
    await restoreBackup(database, before);
    expect(await placeOf(id)).toBe('deleted');
    await restoreBackup(database, after);
    expect(await placeOf(id)).toBe(place);
    // And in whatever order the files come.
    await restoreBackup(database, before);
    expect(await placeOf(id)).toBe(place);
  },
);

test('what was deleted more than 90 days before the backup does not come, and neither does what belongs to it', async () => {
  await deleteDressed();
  expect(await partsHere()).toEqual([1, 1, 1, 1, 1]);
  const file = await fileAfter(90 * DAY + 1);
  database = await newDatabase();
  expect(await restore(file)).toEqual({ fresh: 0, present: 0 });
  expect([await database.count('metadata'), ...(await partsHere())]).toEqual([0, 0, 0, 0, 0, 0]);
});

test.each<[string, number, ((text: string) => string)?]>([
  ['90 days before the backup', 90 * DAY],
  ['at a time of which the backup says nothing', 91 * DAY, (text) => text.replace(/"createdAt":\d+/, '"made":1')],
  ['before a backup of no possible time', 91 * DAY, (text) => text.replace(/"createdAt":\d+/, '"createdAt":1e999')],
])('what was deleted %s comes, with all that belongs to it', async (_when, time, change) => {
  const id = await deleteDressed();
  const file = await fileAfter(time, change);
  database = await newDatabase();
  expect(await restore(file)).toEqual({ fresh: 1, present: 0 });
  expect(await database.get('metadata', id)).toMatchObject({ place: 'deleted', movedAt: START });
  expect(await partsHere()).toEqual([1, 1, 1, 1, 1]);
});

test('what was deleted shortly before comes although the clock was a year ahead when the backup was made', async () => {
  await deleteDressed();
  const file = await fileAfter(365 * DAY);
  vi.setSystemTime(START + DAY);
  database = await newDatabase();
  expect(await restore(file)).toEqual({ fresh: 1, present: 0 });
});

test('what was deleted long before the backup and is here goes to Recently deleted', async () => {
  await deleteDressed();
  const file = await fileAfter(91 * DAY);
  database = await newDatabase();
  const { id } = await saveArticle(database, { article: sampleArticle() }, START - 5000);
  expect(await restore(file)).toEqual({ fresh: 0, present: 1 });
  expect(await database.getAll('metadata')).toMatchObject([{ id, place: 'deleted' }]);
  expect(await database.count('highlights')).toBe(1);
});

test('what belonged to an article that does not come goes to no other that has its id here', async () => {
  const id = await deleteDressed();
  const file = await fileAfter(91 * DAY);
  database = await newDatabase();
  const other = await saveArticle(database, { article: sampleArticle({ url: 'https://other.example/' }) }, START);
  const [item, body] = [await database.get('metadata', other.id), await database.get('bodies', other.id)];
  await database.clear('metadata');
  await database.clear('bodies');
  if (item && body) await database.put('metadata', { ...item, id });
  if (body) await database.put('bodies', { ...body, id });
  expect(await restore(file)).toEqual({ fresh: 0, present: 0 });
  expect(await partsHere()).toEqual([1, 0, 0, 0, 0]);
});

test('a page that comes twice in the backup comes once, and not where it was deleted long before', async () => {
  const id = await deleteDressed();
  const again = (text: string): string => {
    const line = text.split('\n').find((one) => one.startsWith('{"item"')) ?? '';
    const listed = line.replaceAll(id, crypto.randomUUID()).replace('"place":"deleted"', '"place":"list"');
    return text
      .replace(line, () => `${line}\n${listed}`)
      .replace(/"lines":\d+/, (end) => `"lines":${Number(end.slice(8)) + 1}`);
  };
  const file = await fileAfter(91 * DAY, again);
  database = await newDatabase();
  expect(await restore(file)).toEqual({ fresh: 1, present: 0 });
  expect(await database.getAll('metadata')).toMatchObject([{ place: 'list' }]);
});

test('of two browsers that restore the backup of each other every week both are rid of what was deleted in one', async () => {
  const first = database;
  const second = await newDatabase();
  const { id } = await saveArticle(first, { article: sampleArticle() }, START - DAY);
  await restoreBackup(second, await makeBackup(first, {}));
  for (const here of [first, second]) await purgeDeleted(here);
  await moveItems(first, [id], 'deleted', { today: await today(first), now: START });
  const held: number[] = [];
  for (let week = 1; week <= 20; week += 1) {
    vi.setSystemTime(START + week * 7 * DAY);
    for (const here of [first, second]) await purgeDeleted(here);
    await restoreBackup(second, await makeBackup(first, {}));
    await restoreBackup(first, await makeBackup(second, {}));
    held.push((await first.count('metadata')) + (await second.count('metadata')));
  }
  expect(held.slice(0, 5)).toEqual([2, 2, 2, 2, 2]);
  expect(held.at(-1)).toBe(0);
});

test('of articles that are here and stay in Recently deleted, a restore says so', async () => {
  const { id } = await saveArticle(database, { article: sampleArticle() }, START - 5000);
  await saveArticle(database, { article: sampleArticle({ url: 'https://a.example/other' }) }, START - 5000);
  const file = await fileAfter(0);
  await moveItems(database, [id], 'deleted', { now: START + 1000, today: 0 });
  expect(await restoreBackup(database, file)).toMatchObject({ imported: 0, present: 2, deleted: 1 });
  expect(await placeOf(id)).toBe('deleted');
});
