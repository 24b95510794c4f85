import { expect, test, vi } from 'vitest';
import { removeOldFiles } from '../../../../src/library/auto-backup/backup-folder.ts';

const DATED = /^backup-\d{4}$/;

/** A folder that holds these, and tells what was removed from it. */
function folderOf(...names: string[]) {
  const removeEntry = vi.fn(async (_name: string) => undefined);
  const entries = async function* () {
    for (const name of names) yield [name, { kind: 'file' }];
  };
  return { folder: { entries, removeEntry } as never, removed: () => removeEntry.mock.calls.flat() };
}

test('the last files stay, and what is dated otherwise', async () => {
  const { folder, removed } = folderOf('backup-2024', 'backup-2026', 'holidays', 'backup-2023', 'backup-2025');
  await removeOldFiles(folder, DATED, 2, 'backup-2026');
  expect(removed()).toEqual(['backup-2024', 'backup-2023']);
});

test('the file that was just written stays where the clock of the others was ahead of it', async () => {
  const { folder, removed } = folderOf('backup-2029', 'backup-2030', 'backup-2026', 'backup-2031');
  await removeOldFiles(folder, DATED, 3, 'backup-2026');
  expect(removed()).toEqual(['backup-2029']);
});
