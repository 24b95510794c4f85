import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import type { LibraryBackup } from '../../../../src/model/library.ts';
import { fakeBrowser } from '../../fakes/fake-browser.ts';
import { fakeLocks } from '../../fakes/fake-locks.ts';
import { sampleArticle } from '../../storage/sample-article.ts';

const api = vi.hoisted(() => ({ browser: {} as ReturnType<typeof fakeBrowser> }));
const downloads = vi.hoisted(() => ({
  mayDownload: async () => true,
  writeDownload: vi.fn(),
  removeOldDownloads: async () => undefined,
}));
vi.mock('../../../../src/platform/browser.ts', () => api);
vi.mock('../../../../src/platform/downloads.ts', () => downloads);

const { autoBackups } = await import('../../../../src/library/auto-backup/auto-backups.ts');
const { changeAutoBackup, readAutoBackup } = await import('../../../../src/platform/auto-backup-state.ts');
const { connectLibrary } = await import('../../../../src/storage/library-connection.ts');
const { saveArticle } = await import('../../../../src/storage/save-article.ts');

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  api.browser = fakeBrowser();
  downloads.writeDownload.mockReset().mockImplementation(async (file: Blob) => file.size);
});

test('turning automatic backups off forgets their folder and their times', async () => {
  const connection = connectLibrary();
  const database = await connection.database();
  await database.put('tallies', { name: 'Backups' }, 'backup-folder');
  await changeAutoBackup({ target: 'folder', folder: 'Backups', lastAt: 1, unreadable: 2 });
  await autoBackups(connection, {} as LibraryBackup).turnOff();
  expect(await api.browser.storage.local.get(null)).toEqual({});
  expect(await database.getAllKeys('tallies')).toEqual([]);
  connection.close();
});

/** With an article in the list, and the last backup written at `lastAt`. */
async function withArticle(lastAt: number | null) {
  await changeAutoBackup({ target: 'downloads', lastAt });
  const connection = connectLibrary();
  await saveArticle(await connection.database(), { article: sampleArticle() });
  const make: LibraryBackup['make'] = async () => ({ file: new Blob(['a whole library']), unreadable: 0 });
  return { connection, auto: autoBackups(connection, { make } as Partial<LibraryBackup> as LibraryBackup) };
}

test.each([
  ['that of the week', null],
  ['one that is not due', Date.now()],
])('a backup asked for twice beside %s is one file, and the next one another', async (_beside, lastAt) => {
  const { connection, auto } = await withArticle(lastAt);
  const [, ...asked] = await Promise.all([auto.run(), auto.runNow(), auto.runNow()]);
  expect(asked).toEqual(['written', 'written']);
  expect(downloads.writeDownload).toHaveBeenCalledOnce();
  expect(await auto.runNow()).toBe('written');
  expect(downloads.writeDownload).toHaveBeenCalledTimes(2);
  connection.close();
});

test('a backup that is due while one is being written by hand is that one', async () => {
  const { connection, auto } = await withArticle(null);
  expect(await Promise.all([auto.runNow(), auto.run()])).toEqual(['written', 'written']);
  expect(downloads.writeDownload).toHaveBeenCalledOnce();
  connection.close();
});

test('a failure is reported to both requests, and a backup can be requested again', async () => {
  const { connection, auto } = await withArticle(Date.now());
  downloads.writeDownload.mockRejectedValueOnce(new Error('full'));
  const both = await Promise.allSettled([auto.runNow(), auto.runNow()]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await auto.runNow()).toBe('written');
  connection.close();
});

test('automatic backups that are turned off while one is being noted stay off', async () => {
  vi.stubGlobal('navigator', { locks: fakeLocks() });
  const { connection, auto } = await withArticle(null);
  const { local } = api.browser.storage;
  const get = local.get.bind(local);
  let off = Promise.resolve();
  downloads.writeDownload.mockImplementationOnce(async (file: Blob) => {
    vi.spyOn(local, 'get').mockImplementationOnce(async (key) => {
      const found = await get(key);
      off = auto.turnOff();
      for (let turn = 0; turn < 9; turn += 1) await new Promise(setImmediate);
      return found;
    });
    return file.size;
  });
  await auto.runNow();
  await off;
  expect(await readAutoBackup()).toMatchObject({ target: 'none', lastAt: null });
  connection.close();
  vi.unstubAllGlobals();
});
