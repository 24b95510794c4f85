// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AutoBackups } from '../../../../src/library/auto-backup/auto-backups.ts';
import type { AutoBackupOutcome } from '../../../../src/library/auto-backup/run-auto-backup.ts';
import { RectoError } from '../../../../src/model/errors/recto-error.ts';
import type { Translate } from '../../../../src/model/message-key.ts';
import { createWords } from '../../../../src/model/words.ts';
import { WordsProvider } from '../../../../src/ui/list/words-context.ts';
import { fakeBrowser } from '../../fakes/fake-browser.ts';
import { heldAnswers } from '../../fakes/held-answers.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
const downloads = vi.hoisted(() => ({
  mayDownload: vi.fn(),
  askForDownloads: vi.fn(),
  canAskForDownloads: () => true,
}));
vi.mock('../../../../src/platform/browser.ts', () => api);
vi.mock('../../../../src/platform/downloads.ts', () => downloads);
const { autoBackups } = await import('../../../../src/library/auto-backup/auto-backups.ts');
const { AutoBackupSettings } = await import('../../../../src/library/auto-backup/auto-backup-settings.tsx');
const { changeAutoBackup, forgetAutoBackup } = await import('../../../../src/platform/auto-backup-state.ts');

const keyed: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));
let root: HTMLElement;
let auto: AutoBackups;

async function show(until = 'autoBackupDownloads'): Promise<void> {
  const database = async (): Promise<never> => {
    throw new Error('not part of this test');
  };
  auto = autoBackups({ database, close: () => undefined, forget: async () => undefined }, {} as never);
  auto.runNow = vi.fn<AutoBackups['runNow']>(async () => 'not-due');
  auto.useDownloads = vi.fn(async () => undefined);
  render(
    <WordsProvider value={createWords(keyed, 'en')}>
      <AutoBackupSettings auto={auto} />
    </WordsProvider>,
    root,
  );
  await vi.waitFor(() => expect(root.textContent).toContain(until));
}
const button = (label: string) => [...root.querySelectorAll('button')].find(({ textContent }) => textContent === label);

beforeEach(async () => {
  api.browser = fakeBrowser();
  root = document.body.appendChild(document.createElement('div'));
  downloads.mayDownload.mockReset().mockResolvedValue(true);
  downloads.askForDownloads.mockReset().mockResolvedValue(true);
  await changeAutoBackup({ target: 'downloads', lastAt: 1 });
});
afterEach(() => {
  render(null, root);
  root.remove();
});

test('that the weekly backup could not be written stands here with what to do, until one is', async () => {
  await changeAutoBackup({ isHindered: true });
  await show('error_backup_undownloaded');
  await changeAutoBackup({ lastAt: 2, isHindered: false });
  await vi.waitFor(() => expect(root.textContent).not.toContain('error_backup_undownloaded'));
});

test('a revoked permission for downloads is reported, and asked for by a click', async () => {
  downloads.mayDownload.mockResolvedValue(false);
  await show();
  await vi.waitFor(() => expect(root.textContent).toContain('autoBackupNotAllowed'));
  expect(button('autoBackupNow')).toBeUndefined();
  button('autoBackupAllowAgain')?.click();
  expect(downloads.askForDownloads).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(auto.useDownloads).toHaveBeenCalledOnce());
});

test('automatic backups that were turned off can be turned on again', async () => {
  await show();
  auto.turnOff = forgetAutoBackup;
  button('autoBackupOff')?.click();
  await vi.waitFor(() => expect(button('autoBackupAllowDownloads')).toBeDefined());
});

test('an incomplete last backup is reported', async () => {
  await changeAutoBackup({ unreadable: 3 });
  await show();
  expect(root.textContent).toContain('backupUnreadableOther 3 checkTitle');
});

test('with an empty list a message says that there is nothing to back up, until something else is pressed', async () => {
  await show();
  button('autoBackupNow')?.click();
  await vi.waitFor(() => expect(root.querySelector('[role=status]')?.textContent).toBe('backupNothing'));
  button('autoBackupOff')?.click();
  await vi.waitFor(() => expect(root.textContent).not.toContain('backupNothing'));
});

test('a double press writes one backup, and the button shows that it is at work', async () => {
  await show();
  const backups = heldAnswers<[], AutoBackupOutcome>();
  auto.runNow = vi.fn(backups.call);
  button('autoBackupNow')?.click();
  await vi.waitFor(() => expect(button('autoBackupNow')?.getAttribute('aria-disabled')).toBe('true'));
  button('autoBackupNow')?.click();
  expect(auto.runNow).toHaveBeenCalledOnce();
  await backups.calls[0]?.answer('written');
  await vi.waitFor(() => expect(button('autoBackupNow')?.hasAttribute('aria-disabled')).toBe(false));
});

test('after turning them off an older reading does not show them as on', async () => {
  const { local } = (api.browser as ReturnType<typeof fakeBrowser>).storage;
  const { call, calls } = heldAnswers<[], Record<string, unknown>>();
  await show();
  vi.spyOn(local, 'get').mockImplementation(call);
  auto.turnOff = async () => undefined;
  button('autoBackupOff')?.click();
  button('autoBackupOff')?.click();
  await vi.waitFor(() => expect(calls).toHaveLength(2));
  await calls[1]?.answer({});
  await calls[0]?.answer({ 'backup.auto': { target: 'downloads' } });
  expect(button('autoBackupAllowDownloads')).toBeDefined();
});

test('after turning them on they are shown as on although the first one failed, which is reported', async () => {
  await forgetAutoBackup();
  await show('autoBackupAllowDownloads');
  auto.useDownloads = async () => {
    await changeAutoBackup({ target: 'downloads' });
    throw new RectoError('quota');
  };
  button('autoBackupAllowDownloads')?.click();
  await vi.waitFor(() => expect(button('autoBackupOff')).toBeDefined());
  expect(root.textContent).toContain('error_quota');
});

test('after turning them on no second backup is offered while the first is being written', async () => {
  await forgetAutoBackup();
  await show('autoBackupAllowDownloads');
  const first = heldAnswers<[], void>();
  auto.useDownloads = async () => {
    await changeAutoBackup({ target: 'downloads' });
    await first.call();
  };
  button('autoBackupAllowDownloads')?.click();
  await vi.waitFor(() => expect(button('autoBackupNow')?.getAttribute('aria-disabled')).toBe('true'));
  await first.calls[0]?.answer();
  await vi.waitFor(() => expect(button('autoBackupNow')?.hasAttribute('aria-disabled')).toBe(false));
});

test('when it cannot be read whether they are on, that is reported, and a second try works', async () => {
  const { local } = (api.browser as ReturnType<typeof fakeBrowser>).storage;
  vi.spyOn(local, 'get').mockRejectedValueOnce(new Error('not now'));
  await show('error_unexpected');
  button('listTryAgain')?.click();
  await vi.waitFor(() => expect(button('autoBackupOff')).toBeDefined());
  expect(root.textContent).not.toContain('error_unexpected');
});

test('turning them off in another window shows them as off', async () => {
  await show();
  await forgetAutoBackup();
  await vi.waitFor(() => expect(button('autoBackupAllowDownloads')).toBeDefined());
});

test('after a failed reading a change by another window is read, and the failure is no longer shown', async () => {
  const { local } = (api.browser as ReturnType<typeof fakeBrowser>).storage;
  vi.spyOn(local, 'get').mockRejectedValueOnce(new Error('not now'));
  await show('error_unexpected');
  await changeAutoBackup({ lastAt: 2 });
  await vi.waitFor(() => expect(button('autoBackupOff')).toBeDefined());
  expect(root.textContent).not.toContain('error_unexpected');
});

test('a change by another window that cannot be read is reported, and a second try works', async () => {
  const { local } = (api.browser as ReturnType<typeof fakeBrowser>).storage;
  const { call, calls } = heldAnswers<unknown[], Record<string, unknown>>();
  vi.spyOn(local, 'get')
    .mockImplementationOnce(call as never)
    .mockRejectedValueOnce(new Error('not now'));
  const shown = show('error_unexpected');
  await vi.waitFor(() => expect(calls).toHaveLength(1));
  await local.set({ 'backup.auto': { target: 'downloads', lastAt: 2 } });
  await calls[0]?.answer({ 'backup.auto': { target: 'downloads', lastAt: 1 } });
  await shown;
  button('listTryAgain')?.click();
  await vi.waitFor(() => expect(button('autoBackupOff')).toBeDefined());
});
