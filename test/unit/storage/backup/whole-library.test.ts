import { createHash } from 'node:crypto';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { makeBackup } from '../../../../src/storage/backup/make-backup.ts';
import { restoreBackup } from '../../../../src/storage/backup/restore-backup.ts';
import { moveItems, restoreItems } from '../../../../src/storage/change-items.ts';
import { useCopy } from '../../../../src/storage/copies/change-copies.ts';
import { endFetch, keepFetched } from '../../../../src/storage/fetching/keep-fetched.ts';
import type { LibraryDatabase, PictureJob, StoredMetadata } from '../../../../src/storage/library-schema.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { keepPicture, refusePicture } from '../../../../src/storage/pictures/settle-picture.ts';
import { saveArticle, saveLink } from '../../../../src/storage/save-article.ts';
import { updateCopy } from '../../../../src/storage/update-copy.ts';
import { dressItem } from '../dress-item.ts';
import { sampleArticle } from '../sample-article.ts';

let database: LibraryDatabase;

// A backup made years later would not bring what was deleted.
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: 10_000 }));
afterAll(() => void vi.useRealTimers());
beforeEach(wipe);

async function wipe(): Promise<void> {
  globalThis.indexedDB = new IDBFactory();
  database = await openDatabase();
}

const addressOf = (name: string): string => `https://pictures.example/${name}`;

function page(url: string, ...pictures: string[]) {
  const text = `The tide comes in twice a day, with ${pictures}. Nobody on the island of ${url} owns a clock.`;
  const html = `<p>${text}</p>${pictures.map((name) => `<img src="${addressOf(name)}">`).join('')}`;
  return sampleArticle({ url, text, html });
}

async function keep(articleId: string, name: string, type = 'image/png'): Promise<void> {
  const hash = createHash('sha256').update(name).digest('hex');
  await keepPicture(database, { articleId, url: addressOf(name) }, { bytes: new Blob([name], { type }), hash });
}

/** An item of every kind and place; gives the id of an article with pictures of every state. */
async function fill(): Promise<string> {
  const article = page('https://a.example/', 'kept.png', 'gone.png', 'waiting.png');
  const { id } = await saveArticle(database, { article, aliases: ['https://s.example/1'] }, 1000);
  await dressItem(database, id, 1100);
  await keep(id, 'kept.png');
  await refusePicture(database, { articleId: id, url: addressOf('gone.png') }, 'gone');
  await updateCopy(database, page('https://a.example/', 'kept.png', 'newer.svg'), 1200);
  await keep(id, 'newer.svg', 'image/svg+xml');
  await useCopy(database, id, 1200, 1300);

  const archived = await saveLink(database, { url: 'https://b.example/', title: 'B' }, 1000);
  await dressItem(database, archived.id, 2000);
  await moveItems(database, [archived.id], 'archive', { today: 0, now: 2100 });
  await endFetch(database, archived.id, 'gone', 2200);

  const deleted = await saveArticle(database, { article: page('https://c.example/', 'kept.png') }, 1000);
  await dressItem(database, deleted.id, 3000);
  await keep(deleted.id, 'kept.png');
  await moveItems(database, [deleted.id], 'deleted', { today: 0, now: 3100 });

  const back = await saveArticle(database, { article: page('https://d.example/') }, 1000);
  await moveItems(database, [back.id], 'archive', { today: 0, now: 4000 });
  await moveItems(database, [back.id], 'deleted', { today: 0, now: 4100 });
  await restoreItems(database, [back.id], 4200);

  const fetched = await saveLink(database, { url: 'https://s.example/2', title: 'E' }, 1000);
  await dressItem(database, fetched.id, 5000);
  await keepFetched(database, fetched.id, page('https://e.example/'), 5100);
  return id;
}

async function everything() {
  const pictures = await database.getAll('pictures');
  return {
    bodies: await database.getAll('bodies'),
    copies: await database.getAll('copies'),
    highlights: await database.getAll('highlights'),
    pictures: await Promise.all(
      pictures.map(async ({ hash, type, bytes }) => [hash, type, bytes.type, await bytes.text()]),
    ),
    jobs: await database.getAll('pictureJobs'),
    metadata: (await database.getAll('metadata')).map((item) => ({ ...item, searchStamp: 0 })),
  };
}

/** No server is asked after a restore. */
const asRestored = (job: PictureJob): PictureJob =>
  job.state === 'pending' ? { ...job, state: 'refused', reason: 'needs-access' } : job;

/** What has been taken out of Recently deleted is as late as that elsewhere. */
function asTold({ pictures, ...item }: StoredMetadata): StoredMetadata {
  const moved = item.place === 'archive' ? Math.max(item.movedAt, item.movedBefore ?? 0) : item.movedAt;
  const told = { movedAt: moved, movedBefore: item.place === 'deleted' ? item.movedBefore : null };
  const sort = item.place === 'list' ? item.sort : -moved;
  return { ...item, ...told, sort, ...(pictures && { pictures: { ...pictures, pending: 0 } }) };
}

test('a library of items of every kind is restored as it was, field by field', async () => {
  await fill();
  const before = await everything();
  const file = await makeBackup(database, {});
  await wipe();
  expect(await restoreBackup(database, file)).toEqual({ imported: 5, present: 0, refused: [], moreRefused: 0 });
  const expected = { ...before, jobs: before.jobs.map(asRestored), metadata: before.metadata.map(asTold) };
  expect(await everything()).toEqual(expected);
  expect(await restoreBackup(database, file)).toEqual({ imported: 0, present: 5, refused: [], moreRefused: 0 });
  expect(await everything()).toEqual(expected);
});

test('pictures that wait here are stored when their bytes are in the backup', async () => {
  const id = await fill();
  const file = await makeBackup(database, {});
  await wipe();
  const article = page('https://a.example/', 'kept.png', 'gone.png', 'waiting.png');
  const here = await saveArticle(database, { article }, 1000);
  expect(here.id).not.toBe(id);
  await restoreBackup(database, file);
  const jobs = await database.getAll('pictureJobs', IDBKeyRange.bound([here.id], [here.id, []]));
  expect(jobs.map(({ url, state, shown }) => [url, state, shown])).toEqual([
    [addressOf('gone.png'), 'pending', true],
    [addressOf('kept.png'), 'kept', true],
    [addressOf('newer.svg'), 'kept', false],
    [addressOf('waiting.png'), 'pending', true],
  ]);
  expect((await database.getAll('copies')).map(({ articleId }) => articleId)).toEqual([here.id]);
  expect((await database.get('metadata', here.id))?.pictures).toEqual({ total: 3, kept: 1, pending: 2 });
});

test('a restore names the first of thousands of refused lines and counts the others', async () => {
  const lines = ['{"format":"recto-backup","version":1,"createdAt":1}', ...Array<string>(1200).fill('no record')];
  const report = await restoreBackup(database, new Blob([lines.join('\n')]));
  expect(report.refused).toHaveLength(1000);
  // The last line is missing, too.
  expect(report.moreRefused).toBe(201);
});
