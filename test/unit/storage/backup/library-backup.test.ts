import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';

const area = new Map<string, unknown>();
vi.mock('../../../../src/platform/browser.ts', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => ({ [key]: area.get(key) }),
        set: async (items: object) => {
          for (const [key, value] of Object.entries(items)) area.set(key, value);
        },
        remove: async (key: string) => void area.delete(key),
      },
    },
  },
}));
const { announceChange } = vi.hoisted(() => ({ announceChange: vi.fn() }));
vi.mock('../../../../src/platform/library-changes.ts', () => ({ announceChange }));

const { keepLostLibrary, readLostLibrary } = await import('../../../../src/platform/known-library.ts');
const { moveItems } = await import('../../../../src/storage/change-items.ts');
const { libraryBackup } = await import('../../../../src/storage/backup/library-backup.ts');
const { connectLibrary } = await import('../../../../src/storage/library-connection.ts');
const { saveLink } = await import('../../../../src/storage/save-article.ts');
const { watchForLoss } = await import('../../../../src/storage/watch-for-loss.ts');

const SETTINGS = { read: async () => ({}), write: async () => undefined };

beforeEach(() => {
  area.clear();
  globalThis.indexedDB = new IDBFactory();
});

/** A list that was backed up and is gone; gives its backup, and what restores into the new one. */
async function loseList() {
  const before = connectLibrary();
  await saveLink(await before.database(), { url: 'https://a.example/1', title: 'One' });
  await watchForLoss(await before.database(), 'after-write');
  const { file } = await libraryBackup(before, SETTINGS).make();
  globalThis.indexedDB = new IDBFactory();
  const connection = connectLibrary();
  return { file, backup: libraryBackup(connection, SETTINGS), database: await connection.database() };
}

test.each([
  ['was noticed before', true],
  ['nobody had noticed', false],
])('a restore settles a reported loss that %s', async (_when, isNoticed) => {
  const { file, backup, database } = await loseList();
  if (isNoticed) {
    await watchForLoss(database, 'start');
    expect(await readLostLibrary()).not.toBeNull();
  }
  await backup.restore(file);
  expect(await readLostLibrary()).toBeNull();
  await watchForLoss(database, 'start');
  expect(await readLostLibrary()).toBeNull();
});

test('a restore that adds nothing settles no loss', async () => {
  const { backup, database } = await loseList();
  const { file: empty } = await backup.make();
  await watchForLoss(database, 'start');
  await expect(backup.restore(new Blob(['no backup']))).rejects.toThrow();
  expect(await backup.restore(empty)).toMatchObject({ imported: 0, present: 0 });
  expect(await readLostLibrary()).not.toBeNull();
});

test('a loss is settled by as many items as the restore adds', async () => {
  const { file: one } = await loseList();
  const connection = connectLibrary();
  const backup = libraryBackup(connection, SETTINGS);
  await backup.restore(one);
  await saveLink(await connection.database(), { url: 'https://a.example/2', title: 'Two' });
  const { file: two } = await backup.make();
  globalThis.indexedDB = new IDBFactory();
  const again = connectLibrary();
  await libraryBackup(again, SETTINGS).restore(one);
  await keepLostLibrary({ items: 9, at: 1 });
  expect(await libraryBackup(again, SETTINGS).restore(two)).toMatchObject({ imported: 1, present: 1 });
  expect(await readLostLibrary()).toBeNull();
});

test('other windows are told of a restore, also of one that failed, since something may have been written', async () => {
  const { file, backup } = await loseList();
  announceChange.mockClear();
  await backup.restore(file);
  expect(announceChange.mock.calls).toEqual([[{ ids: null }]]);
  await expect(backup.restore(new Blob(['no backup']))).rejects.toThrow();
  expect(announceChange).toHaveBeenCalledTimes(2);
});

test('a restore is reported as it ended also when the record of the list cannot be written', async () => {
  const { file, backup } = await loseList();
  vi.spyOn(area, 'get').mockImplementation(() => {
    throw new Error('storage.local does not answer');
  });
  const report = await backup.restore(file);
  vi.restoreAllMocks();
  expect(report).toMatchObject({ imported: 1, refused: [] });
});

test.each([
  ['one in the list', [['list']]],
  ['one that is archived', [['archive']]],
  ['one that is deleted', [['deleted']]],
  ['one in the list and one that is archived', [['list'], ['archive']]],
  ['one in the list and one that is deleted', [['list'], ['deleted']]],
] as const)('the settings of a backup are not restored into a library that has %s', async (_what, places) => {
  const { file } = await loseList();
  const connection = connectLibrary();
  const database = await connection.database();
  for (const [at, [place]] of places.entries()) {
    const { id } = await saveLink(database, { url: `https://b.example/${at}`, title: 'Here' });
    await moveItems(database, [id], place, { today: 0 });
  }
  const write = vi.fn(async () => undefined);
  await libraryBackup(connection, { ...SETTINGS, write }).restore(file);
  expect(write).not.toHaveBeenCalled();
});

const refusing = async (): Promise<never> => {
  throw new Error('storage.local does not answer');
};

test('settings that cannot be read are missing in a backup, which reports it, and are not replaced by defaults', async () => {
  const connection = connectLibrary();
  await saveLink(await connection.database(), { url: 'https://a.example/1', title: 'One' });
  const { file, unreadable } = await libraryBackup(connection, { ...SETTINGS, read: refusing }).make();
  expect(unreadable).toBe(1);
  globalThis.indexedDB = new IDBFactory();
  const write = vi.fn(async () => undefined);
  const report = await libraryBackup(connectLibrary(), { ...SETTINGS, write }).restore(file);
  expect(report).toEqual({ imported: 1, present: 0, refused: [], moreRefused: 0 });
  expect(write).not.toHaveBeenCalled();
});

test('a restore whose settings cannot be stored reports that, what it has restored, and which lines it refused', async () => {
  const { file, database } = await loseList();
  await watchForLoss(database, 'start');
  const backup = libraryBackup(connectLibrary(), { ...SETTINGS, write: refusing });
  const text = await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
  const report = await backup.restore(new Blob([text.replace('\n{"end"', '\n{"later":1}\n{"end"')]));
  expect(report).toMatchObject({
    imported: 1,
    refused: [{ code: 'record-unknown' }, { code: 'backup-cut-short' }, { code: 'settings-unkept' }],
  });
  expect(await readLostLibrary()).toBeNull();
});

test('a restore that was cut off has stored the settings, since the list is no longer empty when it is tried again', async () => {
  const kept: unknown[] = [];
  const settings = { read: async () => ({ theme: 'dark' }), write: async (found: unknown) => void kept.push(found) };
  const connection = connectLibrary();
  for (let at = 0; at < 30; at += 1)
    await saveLink(await connection.database(), { url: `https://a.example/${at}`, title: `Link ${at}` });
  const { file } = await libraryBackup(connection, settings).make();
  globalThis.indexedDB = new IDBFactory();
  const backup = libraryBackup(connectLibrary(), settings);
  const original = IDBObjectStore.prototype.put;
  let writes = 0;
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (this.name === 'metadata') writes += 1;
    if (writes > 25) throw new DOMException('full', 'QuotaExceededError');
    return original.apply(this, args);
  });
  await expect(backup.restore(file)).rejects.toMatchObject({ code: 'quota' });
  put.mockRestore();
  expect(await backup.restore(file)).toEqual({ imported: 10, present: 20, refused: [], moreRefused: 0 });
  expect(kept).toEqual([{ theme: 'dark' }]);
});
