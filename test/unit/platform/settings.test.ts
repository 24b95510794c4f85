import { beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_READER_SETTINGS } from '../../../src/model/settings/reader-settings.ts';
import { fakeBrowser } from '../fakes/fake-browser.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../src/platform/browser.ts', () => api);

const { readSettings, SETTINGS_SOURCE } = await import('../../../src/platform/settings-source.ts');

let browser: ReturnType<typeof fakeBrowser>;

beforeEach(() => {
  browser = fakeBrowser();
  api.browser = browser;
});

test('a damaged value gets its default, and the others are kept', async () => {
  await browser.storage.local.set({ 'settings.theme': 'sepia', 'settings.textSize': 'huge', 'settings.keepBar': 1 });
  expect(await readSettings()).toEqual({ ...DEFAULT_READER_SETTINGS, theme: 'sepia' });
});

test('two windows that change different settings at once both succeed', async () => {
  await Promise.all([SETTINGS_SOURCE.write({ theme: 'dark' }), SETTINGS_SOURCE.write({ textSize: 150 })]);
  expect(await readSettings()).toEqual({ ...DEFAULT_READER_SETTINGS, theme: 'dark', textSize: 150 });
});

test('without an answer from storage the defaults are used', async () => {
  vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('gone'));
  expect(await readSettings()).toEqual(DEFAULT_READER_SETTINGS);
});

test('a watcher is told of settings only, until it stops', async () => {
  const heard = vi.fn();
  const stop = new AbortController();
  SETTINGS_SOURCE.watch(heard, stop.signal);
  await browser.storage.local.set({ lastBackup: 1 });
  await SETTINGS_SOURCE.write({ theme: 'black' });
  await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce());
  stop.abort();
  await SETTINGS_SOURCE.write({ theme: 'light' });
  expect(heard).toHaveBeenCalledOnce();
});

test('a missing answer from storage is reported, so that earlier values stay', async () => {
  vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('gone'));
  await expect(SETTINGS_SOURCE.read()).rejects.toThrow('gone');
});
