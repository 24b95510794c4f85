import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { makeBackup } from '../../../../src/storage/backup/make-backup.ts';
import { restoreBackup } from '../../../../src/storage/backup/restore-backup.ts';
import { openDatabase } from '../../../../src/storage/open-database.ts';
import { requeuePictures } from '../../../../src/storage/pictures/library-pictures.ts';
import { refusePicture } from '../../../../src/storage/pictures/settle-picture.ts';
import { readMetadata } from '../../../../src/storage/read-items.ts';
import { saveArticle } from '../../../../src/storage/save-article.ts';
import { sampleArticle } from '../sample-article.ts';

function newDatabase() {
  globalThis.indexedDB = new IDBFactory();
  return openDatabase();
}

test('pictures are restored under their own hash, and a wrong hash is refused', async () => {
  let database = await newDatabase();
  const html = '<img src="https://a.example/p.png">';
  const { id } = await saveArticle(database, { article: sampleArticle({ html }) }, 1000);
  const bytes = new TextEncoder().encode('picture');
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  await database.put('pictures', { hash, type: 'image/png', bytes: new Blob([bytes], { type: 'image/png' }) });
  const job = { articleId: id, url: 'https://a.example/p.png', reason: null, queuedAt: 1, attempts: 1, shown: true };
  await database.put('pictureJobs', { ...job, state: 'kept', hash });
  const file = await makeBackup(database, {});
  const text = await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
  database = await newDatabase();
  expect((await restoreBackup(database, file)).refused).toEqual([]);
  expect(await (await database.get('pictures', hash))?.bytes.text()).toBe('picture');
  expect(await database.getAll('pictureJobs')).toEqual([{ ...job, state: 'kept', hash }]);
  expect((await readMetadata(database, [id]))[0]?.pictures).toEqual({ total: 1, kept: 1, pending: 0 });
  database = await newDatabase();
  const forged = new Blob([text.replace(btoa('picture'), btoa('another'))]);
  expect((await restoreBackup(database, forged)).refused).toEqual([
    { title: '', code: 'record-damaged', detail: 'damaged picture' },
  ]);
  expect(await database.getAll('pictures')).toEqual([]);
});

test('what the page showed of a refused picture is restored, so that another picture in its place is still told apart', async () => {
  let database = await newDatabase();
  const html = '<img src="https://a.example/p.png">';
  const { id } = await saveArticle(database, { article: sampleArticle({ html }) }, 1000);
  const key = { articleId: id, url: 'https://a.example/p.png' };
  await refusePicture(database, key, 'needs-access', { width: 640, height: 400 });
  const jobs = await database.getAll('pictureJobs');
  const file = await makeBackup(database, {});
  const text = await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
  database = await newDatabase();
  await restoreBackup(database, file);
  expect(await database.getAll('pictureJobs')).toEqual(jobs);
  // A file that does not know the size takes nothing away.
  const older = text.replace(/,"size":\{[^}]*\}/, '');
  expect(older).not.toBe(text);
  await restoreBackup(database, new Blob([older]));
  expect(await database.getAll('pictureJobs')).toEqual(jobs);
  await requeuePictures(database, id, null);
  await refusePicture(database, key, 'no-answer');
  expect((await database.getAll('pictureJobs'))[0]?.size).toEqual({ width: 640, height: 400 });
});
