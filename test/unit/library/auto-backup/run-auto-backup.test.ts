import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import type { LibraryBackup } from '../../../../src/model/library.ts';
import { fakeBrowser } from '../../fakes/fake-browser.ts';
import { fakeLocks } from '../../fakes/fake-locks.ts';
import { FakeStorageArea } from '../../fakes/fake-storage-area.ts';
import { sampleArticle } from '../../storage/sample-article.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
const downloads = vi.hoisted(() => ({ mayDownload: vi.fn(), writeDownload: vi.fn(), removeOldDownloads: vi.fn() }));
vi.mock('../../../../src/platform/browser.ts', () => api);
vi.mock('../../../../src/platform/downloads.ts', () => downloads);
const folder = vi.hoisted(() => ({
  readFolder: vi.fn(),
  mayWrite: vi.fn(),
  writeToFolder: vi.fn(),
  removeOldFiles: vi.fn(),
}));
vi.mock('../../../../src/library/auto-backup/backup-folder.ts', () => folder);

const { runAutoBackup } = await import('../../../../src/library/auto-backup/run-auto-backup.ts');
const { changeAutoBackup, forgetAutoBackup, readAutoBackup } = await import(
  '../../../../src/platform/auto-backup-state.ts'
);
const { keepLostLibrary } = await import('../../../../src/platform/known-library.ts');
const { readLastBackup } = await import('../../../../src/platform/last-backup.ts');
const { connectLibrary } = await import('../../../../src/storage/library-connection.ts');
const { saveArticle } = await import('../../../../src/storage/save-article.ts');

const NOW = Date.parse('2026-05-04T10:00:00Z');
const file = new Blob(['a whole library']);
const make = vi.fn<LibraryBackup['make']>();
const backup = { make } as Partial<LibraryBackup> as LibraryBackup;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  api.browser = fakeBrowser();
  make.mockReset().mockResolvedValue({ file, unreadable: 0 });
  downloads.mayDownload.mockReset().mockResolvedValue(true);
  downloads.writeDownload.mockReset().mockResolvedValue(file.size);
  downloads.removeOldDownloads.mockReset().mockResolvedValue(undefined);
  await changeAutoBackup({ target: 'downloads' });
});

async function run(): Promise<unknown> {
  const connection = connectLibrary();
  await saveArticle(await connection.database(), { article: sampleArticle() });
  return runAutoBackup(connection, backup, { now: NOW }).finally(() => connection.close());
}

test('a backup that was written is noted', async () => {
  expect(await run()).toBe('written');
  expect(await readAutoBackup()).toEqual({
    target: 'downloads',
    folder: '',
    lastAt: NOW,
    unreadable: 0,
    isHindered: false,
  });
  expect(await readLastBackup()).toBe(NOW);
  const [, path] = downloads.writeDownload.mock.calls[0] ?? [];
  expect(downloads.removeOldDownloads.mock.calls).toEqual([['recto-auto-backup-', 5, `${path}`.replace('Recto/', '')]]);
});

test('a backup that two windows find due at the same moment is written once', async () => {
  vi.stubGlobal('navigator', { locks: fakeLocks() });
  const windows = [connectLibrary(), connectLibrary()] as const;
  await saveArticle(await windows[0].database(), { article: sampleArticle() });
  const outcomes = await Promise.all(windows.map((connection) => runAutoBackup(connection, backup, { now: NOW })));
  for (const connection of windows) connection.close();
  expect(outcomes).toEqual(['written', 'not-due']);
  expect(downloads.writeDownload).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});

const gone = new DOMException('A requested file could not be found.', 'NotFoundError');

test('a backup that cannot be written, as into a folder that is gone, has a reason and a next step of its own', async () => {
  await changeAutoBackup({ target: 'folder', folder: 'Backups' });
  folder.readFolder.mockResolvedValue({});
  folder.mayWrite.mockResolvedValue(true);
  folder.writeToFolder.mockRejectedValue(gone);
  await expect(run()).rejects.toMatchObject({ code: 'backup-unwritten', message: expect.stringContaining('NotFound') });
  expect(await readLastBackup()).toBeNull();
  expect((await readAutoBackup()).isHindered).toBe(true);
});

test('that one could not be written is known until one is', async () => {
  downloads.mayDownload.mockResolvedValueOnce(false);
  expect(await run()).toBe('not-allowed');
  expect((await readAutoBackup()).isHindered).toBe(true);
  expect(await run()).toBe('written');
  expect((await readAutoBackup()).isHindered).toBe(false);
});

test('of one that cannot be written into the downloads it is not said to choose another folder: only the browser can', async () => {
  downloads.writeDownload.mockRejectedValue(gone);
  await expect(run()).rejects.toMatchObject({
    code: 'backup-undownloaded',
    message: expect.stringContaining('NotFound'),
  });
  expect(await readLastBackup()).toBeNull();
});

test('a choice made while a backup is being written is kept', async () => {
  make.mockImplementation(async () => {
    await forgetAutoBackup();
    return { file, unreadable: 0 };
  });
  expect(await run()).toBe('written');
  expect(await readAutoBackup()).toEqual({
    target: 'none',
    folder: '',
    lastAt: null,
    unreadable: 0,
    isHindered: false,
  });
  expect(await readLastBackup()).toBe(NOW);
});

test('an older file that cannot be removed does not undo the new one', async () => {
  downloads.removeOldDownloads.mockRejectedValue(new Error('gone'));
  expect(await run()).toBe('written');
  expect((await readAutoBackup()).lastAt).toBe(NOW);
  expect(await readLastBackup()).toBe(NOW);
});

test('a written file is not reported as failed when the date of the last backup cannot be stored', async () => {
  const { local } = (api.browser as ReturnType<typeof fakeBrowser>).storage;
  const { set } = FakeStorageArea.prototype;
  vi.spyOn(local, 'set').mockImplementation(async (items) => {
    if ('backup.last' in items) throw new Error('not now');
    await set.call(local, items);
  });
  expect(await run()).toBe('written');
  expect(downloads.removeOldDownloads).toHaveBeenCalledOnce();
});

test('an incomplete file is not noted as a backup, and no older one is removed', async () => {
  downloads.writeDownload.mockResolvedValue(1);
  await expect(run()).rejects.toThrow('1 of 15 bytes');
  expect((await readAutoBackup()).lastAt).toBeNull();
  expect(downloads.removeOldDownloads).not.toHaveBeenCalled();
});

test('a backup in which something is missing says so, and replaces none that may still have it', async () => {
  make.mockResolvedValue({ file, unreadable: 2 });
  expect(await run()).toBe('written');
  expect(await readAutoBackup()).toMatchObject({ lastAt: NOW, unreadable: 2 });
  expect(downloads.removeOldDownloads).not.toHaveBeenCalled();
});

test('until a loss of the list is settled, no older backup is removed: only those have what is gone', async () => {
  await keepLostLibrary({ items: 300, at: NOW - 1 });
  expect(await run()).toBe('written');
  expect(downloads.removeOldDownloads).not.toHaveBeenCalled();
  await keepLostLibrary(null);
  await changeAutoBackup({ lastAt: null });
  expect(await run()).toBe('written');
  expect(downloads.removeOldDownloads).toHaveBeenCalledOnce();
});

test('when it cannot be read whether the list was lost, no older backup is removed', async () => {
  const { local } = (api.browser as ReturnType<typeof fakeBrowser>).storage;
  const { get } = FakeStorageArea.prototype;
  vi.spyOn(local, 'get').mockImplementation(async (keys) => {
    if (keys === 'library.lost') throw new Error('not now');
    return get.call(local, keys);
  });
  expect(await run()).toBe('written');
  expect(downloads.removeOldDownloads).not.toHaveBeenCalled();
});

const WEEK = 7 * 24 * 3_600_000;

test.each([
  ['a week ago', NOW - WEEK, 'written'],
  ['less than a week ago', NOW - WEEK + 1, 'not-due'],
  ['later than it is now, since the clock has jumped', NOW + 1, 'written'],
])('the next backup is due or not when the last one was written %s', async (_when, lastAt, outcome) => {
  await changeAutoBackup({ lastAt });
  expect(await run()).toBe(outcome);
  expect(make).toHaveBeenCalledTimes(outcome === 'written' ? 1 : 0);
});

test('no backup is written when they are turned off', async () => {
  await forgetAutoBackup();
  expect(await run()).toBe('off');
  expect(make).not.toHaveBeenCalled();
});

test('no backup is made without write access, and the date of the last one stays', async () => {
  downloads.mayDownload.mockResolvedValue(false);
  await changeAutoBackup({ lastAt: 1 });
  expect(await run()).toBe('not-allowed');
  expect(make).not.toHaveBeenCalled();
  expect((await readAutoBackup()).lastAt).toBe(1);
});

test('an empty list is not backed up, even on request, since it would replace older backups', async () => {
  const connection = connectLibrary();
  expect(await runAutoBackup(connection, backup, { now: NOW, evenIfNotDue: true })).toBe('not-due');
  connection.close();
  expect(make).not.toHaveBeenCalled();
});
