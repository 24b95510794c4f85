import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import type { LibraryBackup } from '../../../../src/model/library.ts';
import { fakeBrowser } from '../../fakes/fake-browser.ts';
import { sampleArticle } from '../../storage/sample-article.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
/** A folder is an object of the browser's, which no other database keeps. */
const place = vi.hoisted(() => ({
  chooseFolder: vi.fn(),
  keepFolder: vi.fn(),
  readFolder: vi.fn(),
  mayWrite: vi.fn(),
  writeToFolder: vi.fn(),
  removeOldFiles: vi.fn(),
}));
vi.mock('../../../../src/platform/browser.ts', () => api);
vi.mock('../../../../src/library/auto-backup/backup-folder.ts', () => place);

const { autoBackups } = await import('../../../../src/library/auto-backup/auto-backups.ts');
const { backupFileName } = await import('../../../../src/library/auto-backup/run-auto-backup.ts');
const { changeAutoBackup, readAutoBackup } = await import('../../../../src/platform/auto-backup-state.ts');
const { connectLibrary } = await import('../../../../src/storage/library-connection.ts');
const { saveArticle } = await import('../../../../src/storage/save-article.ts');

const folder = { name: 'Backups', requestPermission: vi.fn() };
const file = new Blob(['a whole library']);
let auto: ReturnType<typeof autoBackups>;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  api.browser = fakeBrowser();
  for (const step of Object.values(place)) step.mockReset().mockResolvedValue(undefined);
  place.chooseFolder.mockResolvedValue(folder);
  place.keepFolder.mockImplementation(async (_database, kept) => void place.readFolder.mockResolvedValue(kept));
  place.readFolder.mockResolvedValue(null);
  place.mayWrite.mockResolvedValue(true);
  const connection = connectLibrary();
  await saveArticle(await connection.database(), { article: sampleArticle() });
  auto = autoBackups(connection, {
    make: async () => ({ file, unreadable: 0 }),
  } as Partial<LibraryBackup> as LibraryBackup);
});

test('choosing a folder writes the first backup into it, and only automatic backups are ever removed from it', async () => {
  await auto.chooseFolder();
  expect(await readAutoBackup()).toMatchObject({ target: 'folder', folder: 'Backups', lastAt: expect.any(Number) });
  const [to, written, name] = place.writeToFolder.mock.lastCall ?? [];
  expect([to, written]).toEqual([folder, file]);
  const [from, pattern, kept, last] = place.removeOldFiles.mock.lastCall ?? [];
  expect([from, kept, last]).toEqual([folder, 5, name]);
  // One of the same moment that was made by hand.
  const byHand = backupFileName(new Date((await readAutoBackup()).lastAt ?? 0));
  const names = [name, byHand, `my ${name}`, `${name}.txt`, 'recto-backup-old.jsonl.gz', 'thesis.docx'];
  expect(names.filter((each) => pattern.test(each))).toEqual([name]);
});

test('closing the folder dialog changes nothing', async () => {
  place.chooseFolder.mockResolvedValue(null);
  await auto.chooseFolder();
  expect((await readAutoBackup()).target).toBe('none');
  expect([place.keepFolder, place.writeToFolder].flatMap(({ mock }) => mock.calls)).toEqual([]);
});

test.each([
  ['granted', 1],
  ['denied', 0],
])('asks again for access to the folder (%s)', async (answer, files) => {
  await changeAutoBackup({ target: 'folder', folder: 'Backups' });
  place.readFolder.mockResolvedValue(folder);
  folder.requestPermission.mockResolvedValue(answer);
  await auto.allowAgain();
  expect(folder.requestPermission).toHaveBeenCalledWith({ mode: 'readwrite' });
  expect(place.writeToFolder).toHaveBeenCalledTimes(files);
});

test.each([
  ['is not known any more', null, true],
  ['may not be written to', folder, false],
])('a folder that %s gets no backup, and that is reported', async (_what, kept, allowed) => {
  await changeAutoBackup({ target: 'folder', folder: 'Backups' });
  place.readFolder.mockResolvedValue(kept);
  place.mayWrite.mockResolvedValue(allowed);
  expect(await auto.mayWrite('folder')).toBe(false);
  expect(await auto.runNow()).toBe('not-allowed');
  expect(place.writeToFolder).not.toHaveBeenCalled();
});
