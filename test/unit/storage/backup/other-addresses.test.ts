import 'fake-indexeddb/auto';
import { gunzipSync } from 'node:zlib';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import type { Place } from '../../../../src/model/saved-article.ts';
import { makeBackup } from '../../../../src/storage/backup/make-backup.ts';
import { previewBackup } from '../../../../src/storage/backup/preview-backup.ts';
import { restoreBackup } from '../../../../src/storage/backup/restore-backup.ts';
import { changeTags, moveItems } from '../../../../src/storage/change-items.ts';
import type { LibraryDatabase } from '../../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { readMetadata } from '../../../../src/storage/read-items.ts';
import { saveArticle, saveLink } from '../../../../src/storage/save-article.ts';
import { sampleArticle } from '../sample-article.ts';

const SHORT = 'https://short.example/x';

let database: LibraryDatabase;

beforeEach(wipe);

async function wipe(): Promise<void> {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
}

const read = async (id: string) => (await readMetadata(database, [id]))[0];
const unpacked = async (file: Blob): Promise<string[]> =>
  gunzipSync(await file.bytes())
    .toString()
    .split('\n');
const saveHere = async () => (await saveArticle(database, { article: sampleArticle(), aliases: [SHORT] }, 1000)).id;

/** A file of another browser, where only the link was saved, and put there. */
async function fileOfLink(place: Place, at: number): Promise<Blob> {
  const { id } = await saveLink(database, { url: SHORT, title: 'Read me' }, at);
  await changeTags(database, [id], { add: ['short'] }, at);
  await moveItems(database, [id], place, { today: 0, now: at + 1 });
  const file = await makeBackup(database, {});
  await wipe();
  return file;
}

test.each(['archive', 'deleted'] as const)(
  'an article stays where it is when the link that led to it was moved in another browser: %s',
  async (place) => {
    const file = await fileOfLink(place, 5000);
    const id = await saveHere();
    await changeTags(database, [id], { add: ['sea'] }, 3000);
    await restoreBackup(database, file);
    expect(await read(id)).toMatchObject({ place: 'list', tags: ['sea', 'short'] });
    expect(await database.count('metadata')).toBe(1);
  },
);

test('an article that was deleted comes back for a link to it that was saved later in another browser', async () => {
  const file = await fileOfLink('list', 5000);
  const id = await saveHere();
  await moveItems(database, [id], 'deleted', { today: 0, now: 2000 });
  await restoreBackup(database, file);
  expect((await read(id))?.place).toBe('list');
});

test('a page that was saved and tagged in two browsers has all tags, whichever are later', async () => {
  const saved = async (tag: string, at: number) => {
    await wipe();
    const url = tag === 'sea' ? 'http://news.example/tide?utm_source=feed#top' : 'https://news.example/tide';
    const { id } = await saveArticle(database, { article: sampleArticle({ url }) }, 1000);
    await changeTags(database, [id], { add: [tag] }, at);
    return { id, file: await makeBackup(database, {}) };
  };
  const earlier = await saved('sea', 3000);
  const later = await saved('salt', 5000);
  await restoreBackup(database, earlier.file);
  expect((await read(later.id))?.tags.toSorted()).toEqual(['salt', 'sea']);
  const again = await saved('sea', 3000);
  await restoreBackup(database, later.file);
  await restoreBackup(database, later.file);
  expect((await read(again.id))?.tags).toEqual(['sea', 'salt']);
  expect(await database.count('metadata')).toBe(1);
});

/** A browser that begins with one file, takes in another, and does something; gives its file. */
async function next(own: Blob | null, other: Blob | null, work?: () => Promise<unknown>): Promise<Blob> {
  await wipe();
  if (own) await restoreBackup(database, own);
  if (other) await restoreBackup(database, other);
  await work?.();
  return makeBackup(database, {});
}

const idHere = async () => (await database.getAllKeys('metadata'))[0] ?? '';
const tagsHere = async () => (await read(await idHere()))?.tags.toSorted();
const tag = (change: { add?: string[]; remove?: string[] }, at: number) => async () =>
  changeTags(database, [await idHere()], change, at);
/** Saves the page apart, and tags it. */
const savedApart = (at: number) => async () => {
  await saveArticle(database, { article: sampleArticle() }, at);
  await tag({ add: [`tag ${at}`, 'wrong'] }, at)();
};

test('a tag that was taken away does not come back from the other browser, once the two that saved the page apart have met', async () => {
  const [one, other] = [await next(null, null, savedApart(1000)), await next(null, null, savedApart(2000))];
  const oneMet = await next(one, other);
  const otherMet = await next(other, oneMet, tag({ remove: ['wrong'] }, 3000));
  await next(oneMet, otherMet);
  expect(await tagsHere()).toEqual(['tag 1000', 'tag 2000']);
  await next(otherMet, oneMet);
  expect(await tagsHere()).toEqual(['tag 1000', 'tag 2000']);
});

test.each(['saved the page apart, too', 'began with the backup of the second'])(
  'tags of a third browser reach the first by way of the second, although the first, which %s, was tagged later',
  async (how) => {
    const [second, third] = [await next(null, null, savedApart(1000)), await next(null, null, savedApart(2000))];
    const own = how.startsWith('began') ? second : await next(null, null, savedApart(1500));
    const first = await next(own, second, tag({ add: ['later'] }, 5000));
    const secondMet = await next(second, third);
    const firstMet = await next(first, secondMet);
    expect(await tagsHere()).toEqual(expect.arrayContaining(['later', 'tag 1000', 'tag 2000']));
    await next(secondMet, firstMet);
    expect(await tagsHere()).toEqual(expect.arrayContaining(['later', 'tag 1000', 'tag 2000']));
    const firstAgain = await next(firstMet, null, tag({ remove: ['tag 2000'] }, 6000));
    await next(firstAgain, third);
    expect(await tagsHere()).not.toContain('tag 2000');
  },
);

test('what comes twice in a file is counted once as new, before a restore as after it', async () => {
  const lines = async (file: Blob) => (await unpacked(file)).filter((line) => line.includes('"item"'));
  await saveHere();
  const [article] = await lines(await makeBackup(database, {}));
  const [link] = await lines(await fileOfLink('list', 5000));
  await wipe();
  const items = [article, article, link, article?.replaceAll('news.example', 'other.example')];
  const all = ['{"format":"recto-backup","version":1}', ...items, '{"end":{"lines":5}}', ''];
  const file = new Blob([all.join('\n')]);
  const { fresh, present, refused } = await previewBackup(database, file);
  expect(refused).toEqual([]);
  const report = await restoreBackup(database, file);
  expect([fresh, present]).toEqual([report.imported, report.present]);
  expect([fresh, present]).toEqual([2, 2]);
});

test('what a restore would join to a link here is told as here: its page was read in another browser', async () => {
  const { id } = await saveLink(database, { url: SHORT, title: 'Read me' }, 500);
  const link = await makeBackup(database, {});
  await saveHere();
  expect(await read(id)).toMatchObject({ kind: 'article' });
  const file = await makeBackup(database, {});
  await wipe();
  await restoreBackup(database, link);
  const { fresh, present } = await previewBackup(database, file);
  const report = await restoreBackup(database, file);
  expect([fresh, present]).toEqual([report.imported, report.present]);
  expect([fresh, present]).toEqual([0, 1]);
});
