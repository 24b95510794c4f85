import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import type { LibraryBackup } from '../../../../src/model/library.ts';
import { fakeBrowser } from '../../fakes/fake-browser.ts';

const api = vi.hoisted(() => ({ browser: {} as ReturnType<typeof fakeBrowser> }));
vi.mock('../../../../src/platform/browser.ts', () => api);

const { autoBackups } = await import('../../../../src/library/auto-backup/auto-backups.ts');
const { changeAutoBackup } = await import('../../../../src/platform/auto-backup-state.ts');
const { connectLibrary } = await import('../../../../src/storage/library-connection.ts');

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  api.browser = fakeBrowser();
});

test('turned off, nothing of automatic backups is kept: not where they went, not when', async () => {
  const connection = connectLibrary();
  const database = await connection.database();
  await database.put('tallies', { name: 'Backups' }, 'backup-folder');
  await changeAutoBackup({ target: 'folder', folder: 'Backups', lastAt: 1, unreadable: 2 });
  await autoBackups(connection, {} as LibraryBackup).turnOff();
  expect(await api.browser.storage.local.get(null)).toEqual({});
  expect(await database.getAllKeys('tallies')).toEqual([]);
  connection.close();
});
