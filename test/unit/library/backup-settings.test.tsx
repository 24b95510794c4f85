// @vitest-environment jsdom
import { render } from 'preact';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import type { LibraryBackup, LibraryReader } from '../../../src/model/library.ts';
import type { Translate } from '../../../src/model/message-key.ts';
import { createWords } from '../../../src/model/words.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';
import { heldAnswers } from '../fakes/held-answers.ts';

const noted = vi.hoisted(() => ({
  noteBackup: vi.fn(async () => undefined),
  readLastBackup: vi.fn(async (): Promise<number | null> => null),
  watchLastBackup: vi.fn((_onChange: () => void) => undefined),
}));
const downloadBlob = vi.hoisted(() => vi.fn());
vi.mock('../../../src/platform/last-backup.ts', () => noted);
vi.mock('../../../src/library/download-blob.ts', () => ({ downloadBlob }));
vi.mock('../../../src/library/storage-state.tsx', () => ({
  StorageState: ({ last }: { last: number | null | undefined }) => `backed up ${last}`,
}));
vi.mock('../../../src/library/deleted-state.tsx', () => ({ DeletedState: () => null }));
vi.mock('../../../src/library/check-settings.tsx', () => ({ CheckSettings: () => null }));
vi.mock('../../../src/library/auto-backup/auto-backup-settings.tsx', () => ({ AutoBackupSettings: () => null }));
const { BackupSettings } = await import('../../../src/library/backup-settings.tsx');

const keyed: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));
const library = { counts: async () => Promise.reject(new Error('cannot be counted')) } as unknown as LibraryReader;
/** Tells of its items as it goes, as `makeBackup` does. */
const backupOf = (items: number) =>
  ({
    async make(onProgress: (done: number, total: number) => void) {
      if (items > 0) onProgress(items, items);
      return { file: new Blob(['{}']), unreadable: 0 };
    },
  }) as unknown as LibraryBackup;

afterEach(() => {
  render(null, document.body);
  noted.noteBackup.mockClear();
});
afterAll(() => new Promise(requestAnimationFrame));

test.each([
  [0, true],
  [1, false],
])(
  'a backup of %i articles says that it has only settings: %s; only one with articles counts as a backup',
  async (items, alone) => {
    render(
      <WordsProvider value={createWords(keyed, 'en')}>
        <BackupSettings library={library} backup={backupOf(items)} files={{} as never} auto={{} as never} />
      </WordsProvider>,
      document.body,
    );
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'backupMake')?.click();
    await vi.waitFor(() => expect(document.body.textContent).toContain('backupMade '));
    expect(document.body.textContent.includes('backupOnlySettings')).toBe(alone);
    expect(downloadBlob).toHaveBeenCalled();
    await vi.waitFor(() => expect(noted.noteBackup).toHaveBeenCalledTimes(alone ? 0 : 1));
  },
);

test('a backup whose file was made is reported as made, although articles cannot be counted nor its date stored', async () => {
  noted.noteBackup.mockRejectedValueOnce(new Error('QUOTA_BYTES exceeded'));
  render(
    <WordsProvider value={createWords(keyed, 'en')}>
      <BackupSettings library={library} backup={backupOf(3)} files={{} as never} auto={{} as never} />
    </WordsProvider>,
    document.body,
  );
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'backupMake')?.click();
  await vi.waitFor(() => expect(noted.noteBackup).toHaveBeenCalledOnce());
  await vi.waitFor(() => expect(document.querySelector('button')?.hasAttribute('aria-disabled')).toBe(false));
  expect(document.body.textContent).toContain('backupMade ');
  expect(document.querySelector('[role=alert]')).toBeNull();
});

test('a backup that was just made is shown, although an older reading of storage arrives later', async () => {
  const { call, calls } = heldAnswers<[], number | null>();
  noted.readLastBackup.mockImplementation(call);
  render(
    <WordsProvider value={createWords(keyed, 'en')}>
      <BackupSettings library={library} backup={backupOf(3)} files={{} as never} auto={{} as never} />
    </WordsProvider>,
    document.body,
  );
  await vi.waitFor(() => expect(calls).toHaveLength(1));
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'backupMake')?.click();
  await vi.waitFor(() => expect(noted.noteBackup).toHaveBeenCalledOnce());
  await calls[0]?.answer(null);
  expect(document.body.textContent).toMatch(/backed up \d+/);
});

test('a backup by another window, or an automatic one, is shown at once', async () => {
  noted.readLastBackup.mockImplementation(async () => null);
  render(
    <WordsProvider value={createWords(keyed, 'en')}>
      <BackupSettings library={library} backup={backupOf(3)} files={{} as never} auto={{} as never} />
    </WordsProvider>,
    document.body,
  );
  await vi.waitFor(() => expect(document.body.textContent).toContain('backed up null'));
  noted.readLastBackup.mockImplementation(async () => 7);
  noted.watchLastBackup.mock.lastCall?.[0]();
  await vi.waitFor(() => expect(document.body.textContent).toContain('backed up 7'));
});
