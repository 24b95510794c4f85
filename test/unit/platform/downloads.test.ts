import { expect, onTestFinished, test, vi } from 'vitest';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../src/platform/browser.ts', () => api);

const { removeOldDownloads, writeDownload } = await import('../../../src/platform/downloads.ts');

test('an old file that cannot be removed stays in the history and does not block the others', async () => {
  const item = (id: number) => ({ id, filename: `/d/recto-backup-${id}`, byExtensionId: 'recto', exists: true });
  const erase = vi.fn(async (_which: { id: number }) => []);
  const removeFile = vi.fn(async (id: number) => {
    if (id === 3) throw new Error('open elsewhere');
  });
  const search = async () => [item(5), item(4), item(3), item(2), item(1)];
  api.browser = { runtime: { id: 'recto' }, downloads: { search, removeFile, erase } };
  await removeOldDownloads('recto-backup-', 2, 'recto-backup-5');
  expect(removeFile.mock.calls.flat()).toEqual([3, 2, 1]);
  expect(erase.mock.calls.flat()).toEqual([{ id: 2 }, { id: 1 }]);
});

test('only existing files that this extension wrote are removed or counted', async () => {
  const own = { byExtensionId: 'recto', exists: true };
  const found = [
    { id: 9, filename: '/d/recto-backup-9', ...own, byExtensionId: 'another' },
    { id: 8, filename: '/d/recto-backup-8 (of a friend)', exists: true },
    { id: 7, filename: '/d/recto-backup-7', ...own, exists: false },
    { id: 6, filename: '/d/recto-backup-6', ...own },
    { id: 5, filename: '/d/recto-backup-5', ...own },
    { id: 4, filename: '/d/recto-backup-4', ...own, byExtensionId: 'another' },
    { id: 3, filename: '/d/recto-backup-3', exists: true },
  ];
  const removeFile = vi.fn(async (_id: number) => undefined);
  api.browser = {
    runtime: { id: 'recto' },
    downloads: { search: async () => found, removeFile, erase: async () => [] },
  };
  await removeOldDownloads('recto-backup-', 1, 'recto-backup-6');
  expect(removeFile.mock.calls).toEqual([[5]]);
});

test('the file that was just written is kept although the clock was ahead for the others, each time it is overwritten', async () => {
  const item = (id: number, name: string) => ({ id, filename: `/d/${name}`, byExtensionId: 'recto', exists: true });
  const removeFile = vi.fn(async (_id: number) => undefined);
  const search = async () => [
    item(9, 'backup-2031'),
    item(8, 'backup-2030'),
    item(2, 'backup-2026'),
    item(1, 'backup-2026'),
  ];
  api.browser = { runtime: { id: 'recto' }, downloads: { search, removeFile, erase: async () => [] } };
  await removeOldDownloads('backup-', 2, 'backup-2026');
  expect(removeFile.mock.calls).toEqual([[8]]);
});

/** Writes a file into downloads that are found in these states, one after the other. */
async function write(...states: ({ state: string; fileSize?: number; error?: string } | undefined)[]) {
  const held = new Set<string>();
  URL.createObjectURL = () => {
    held.add('blob:backup');
    return 'blob:backup';
  };
  URL.revokeObjectURL = (address) => held.delete(address);
  const download = vi.fn(async (_wanted: unknown) => 4);
  // The browser reads the file as long as the download is under way.
  const search = async ({ id }: { id: number }) => (id === 4 && held.size > 0 ? [states.shift()].filter(Boolean) : []);
  api.browser = { downloads: { download, search } };
  const size = await writeDownload(new Blob(['backup']), 'Recto/backup.zip').catch((thrown: Error) => thrown.message);
  return { size, held, asked: download.mock.calls };
}

test('a file is written once the browser says that it is complete, over an earlier one and without a question', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 250 });
  onTestFinished(() => void vi.useRealTimers());
  const { size, held, asked } = await write({ state: 'in_progress' }, { state: 'complete', fileSize: 6 });
  expect(size).toBe(6);
  expect(held.size).toBe(0);
  const told = { filename: 'Recto/backup.zip', saveAs: false, conflictAction: 'overwrite' };
  expect(asked).toEqual([[{ url: 'blob:backup', ...told }]]);
});

test('a download that was interrupted, or is not there any more, is no backup', async () => {
  expect(await write({ state: 'interrupted', error: 'FILE_NO_SPACE' })).toMatchObject({
    size: 'download FILE_NO_SPACE',
  });
  const gone = await write(undefined);
  expect(gone.size).toBe('download gone');
  expect(gone.held.size).toBe(0);
});
