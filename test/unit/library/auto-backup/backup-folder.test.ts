import { afterEach, expect, test, vi } from 'vitest';
import {
  chooseFolder,
  mayWrite,
  removeOldFiles,
  writeToFolder,
} from '../../../../src/library/auto-backup/backup-folder.ts';

const DATED = /^backup-\d{4}$/;

/** A folder that holds these, of 7 bytes each, and tells what was removed from it. On a `full` disk nothing can be written, on one that is `cut` not all. */
function folderOf(names: readonly string[], { empty = [] as readonly string[], full = false, cut = false } = {}) {
  const sizes = new Map<string, number>([
    ...names.map((name): [string, number] => [name, 7]),
    ...empty.map((name): [string, number] => [name, 0]),
  ]);
  const removeEntry = vi.fn(async (name: string) => void sizes.delete(name));
  const entries = async function* () {
    for (const name of [...sizes.keys()]) yield [name, { kind: 'file' }];
  };
  const getFileHandle = async (name: string, { create = false } = {}) => {
    if (!sizes.has(name) && !create) throw new DOMException('', 'NotFoundError');
    sizes.set(name, sizes.get(name) ?? 0);
    return { getFile: async () => ({ size: sizes.get(name) }), createWritable: async () => streamInto(name) };
  };
  /** What is written is in the file once the stream is closed. */
  function streamInto(name: string) {
    let size = 0;
    return {
      async write(file: Blob) {
        if (full) throw new DOMException('', 'QuotaExceededError');
        size = cut ? 1 : file.size;
      },
      close: async () => void sizes.set(name, size),
    };
  }
  const folder = { entries, removeEntry, getFileHandle } as never;
  return { folder, removed: () => removeEntry.mock.calls.flat(), holds: () => [...sizes.keys()] };
}

test('the last backups and files with other dates are kept', async () => {
  const { folder, removed } = folderOf(['backup-2024', 'backup-2026', 'holidays', 'backup-2023', 'backup-2025']);
  await removeOldFiles(folder, DATED, 2, 'backup-2026');
  expect(removed()).toEqual(['backup-2024', 'backup-2023']);
});

test('the file that was just written is kept although the clock was ahead for the others', async () => {
  const { folder, removed } = folderOf(['backup-2029', 'backup-2030', 'backup-2026', 'backup-2031']);
  await removeOldFiles(folder, DATED, 3, 'backup-2026');
  expect(removed()).toEqual(['backup-2029']);
});

test('an empty file that a cut-off write has left replaces no backup, and is removed', async () => {
  const { folder, holds } = folderOf(['backup-2023', 'backup-2024', 'backup-2027', 'holidays'], {
    empty: ['backup-2025', 'backup-2026', 'notes'],
  });
  await removeOldFiles(folder, DATED, 3, 'backup-2027');
  expect(holds()).toEqual(['backup-2023', 'backup-2024', 'backup-2027', 'holidays', 'notes']);
});

test('a written backup is there, and one that finds no room leaves nothing behind', async () => {
  const roomy = folderOf([]);
  await writeToFolder(roomy.folder, new Blob(['a library']), 'backup-2026');
  expect(roomy.holds()).toEqual(['backup-2026']);
  const { folder, holds } = folderOf(['backup-2025'], { full: true });
  await expect(writeToFolder(folder, new Blob(['a library']), 'backup-2026')).rejects.toThrow(DOMException);
  expect(holds()).toEqual(['backup-2025']);
  // One of the same minute is there still.
  await expect(writeToFolder(folder, new Blob(['a library']), 'backup-2025')).rejects.toThrow(DOMException);
  expect(holds()).toEqual(['backup-2025']);
});

test('an incomplete backup does not count as one', async () => {
  const { folder } = folderOf([], { cut: true });
  await expect(writeToFolder(folder, new Blob(['a library']), 'backup-2026')).rejects.toThrow('1 of 9 bytes');
});

afterEach(() => void vi.unstubAllGlobals());

test('the folder is requested with write access; closing the dialog chooses none, and a failure is reported', async () => {
  const pick = vi.fn(async (_options: unknown) => folderOf([]).folder);
  vi.stubGlobal('window', { showDirectoryPicker: pick });
  expect(await chooseFolder()).not.toBeNull();
  expect(pick.mock.calls).toEqual([[{ id: 'recto-backups', mode: 'readwrite' }]]);
  pick.mockRejectedValueOnce(new DOMException('', 'AbortError'));
  expect(await chooseFolder()).toBeNull();
  pick.mockRejectedValueOnce(new DOMException('', 'SecurityError'));
  await expect(chooseFolder()).rejects.toThrow(DOMException);
});

test.each([
  ['granted', true],
  ['prompt', false],
  ['denied', false],
])('a folder with the permission %s may be written to: %s', async (state, may) => {
  const queryPermission = vi.fn(async (_wanted: unknown) => state);
  expect(await mayWrite({ queryPermission } as never)).toBe(may);
  expect(queryPermission.mock.calls).toEqual([[{ mode: 'readwrite' }]]);
});
