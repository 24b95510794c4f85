// @vitest-environment jsdom
import { render } from 'preact';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import type { LibraryBackup, LibraryReader } from '../../../src/model/library.ts';
import type { Translate } from '../../../src/model/message-key.ts';
import { createWords } from '../../../src/model/words.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';

const noted = vi.hoisted(() => ({ noteBackup: vi.fn(async () => undefined), readLastBackup: async () => null }));
const downloadBlob = vi.hoisted(() => vi.fn());
vi.mock('../../../src/platform/last-backup.ts', () => noted);
vi.mock('../../../src/library/download-blob.ts', () => ({ downloadBlob }));
vi.mock('../../../src/library/storage-state.tsx', () => ({ StorageState: () => null }));
vi.mock('../../../src/library/deleted-state.tsx', () => ({ DeletedState: () => null }));
vi.mock('../../../src/library/check-settings.tsx', () => ({ CheckSettings: () => null }));
vi.mock('../../../src/library/auto-backup/auto-backup-settings.tsx', () => ({ AutoBackupSettings: () => null }));
const { BackupSettings } = await import('../../../src/library/backup-settings.tsx');

const keyed: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));
const backup = { make: async () => ({ file: new Blob(['{}']), unreadable: 0 }) } as unknown as LibraryBackup;

afterEach(() => {
  render(null, document.body);
  noted.noteBackup.mockClear();
});
afterAll(() => new Promise(requestAnimationFrame));

test.each([
  [0, true],
  [1, false],
])('a backup of %i articles says that it has settings alone: %s; only one of articles counts', async (list, alone) => {
  const library = { counts: async () => ({ list, archive: 0, deleted: 0 }) } as LibraryReader;
  render(
    <WordsProvider value={createWords(keyed, 'en')}>
      <BackupSettings library={library} backup={backup} files={{} as never} auto={{} as never} />
    </WordsProvider>,
    document.body,
  );
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'backupMake')?.click();
  await vi.waitFor(() => expect(document.body.textContent).toContain('backupMade '));
  expect(document.body.textContent.includes('backupOnlySettings')).toBe(alone);
  expect(downloadBlob).toHaveBeenCalled();
  await vi.waitFor(() => expect(noted.noteBackup).toHaveBeenCalledTimes(alone ? 0 : 1));
});
