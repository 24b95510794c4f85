import { beforeEach, expect, test, vi } from 'vitest';
import type { ShortcutKeys } from '../../../src/platform/shortcut-keys.ts';

const api = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('../../../src/platform/browser.ts', () => api);
const { openShortcutSettings, readShortcutKeys, shortcutKeys, watchShortcutKeys } = await import(
  '../../../src/platform/shortcut-keys.ts'
);

const NONE: ShortcutKeys = { 'toggle-reader': null, _execute_action: null, 'save-page': null, 'open-list': null };
let commands: { name?: string; shortcut?: string }[];
const create = vi.fn();

beforeEach(() => {
  commands = [
    { name: 'save-page', shortcut: 'Alt+S' },
    { name: 'open-list', shortcut: '' },
    { name: '_execute_action' },
  ];
  api.browser = { commands: { getAll: async () => commands }, tabs: { create } };
  create.mockReset();
});

test('the keys are those that are set; a command without one, or that the browser does not name, has none', async () => {
  expect(await shortcutKeys()).toEqual({ ...NONE, 'save-page': 'Alt+S' });
});

test('a browser without commands, or that does not answer, has no keys', async () => {
  api.browser = {};
  expect(await shortcutKeys()).toEqual(NONE);
  api.browser = { commands: { getAll: () => Promise.reject(new Error('gone')) } };
  expect(await readShortcutKeys()).toEqual(NONE);
});

test('keys that were changed elsewhere are told to the person who comes back, until the signal aborts', async () => {
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  const [heard, end] = [vi.fn(), new AbortController()];
  watchShortcutKeys(heard, end.signal);
  commands = [{ name: 'toggle-reader', shortcut: 'Alt+X' }];
  page.dispatchEvent(new Event('focus'));
  await vi.waitFor(() => expect(heard).toHaveBeenCalledExactlyOnceWith({ ...NONE, 'toggle-reader': 'Alt+X' }));
  end.abort();
  page.dispatchEvent(new Event('focus'));
  await new Promise(setImmediate);
  expect(heard).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});

test('the page for shortcuts is opened by the browser’s own call, else by its address, and a refusal is told', async () => {
  expect(await openShortcutSettings()).toBe(true);
  expect(create.mock.calls).toEqual([[{ url: 'chrome://extensions/shortcuts' }]]);
  create.mockRejectedValueOnce(new Error('Illegal URL'));
  expect(await openShortcutSettings()).toBe(false);
  const own = vi.fn(async () => undefined);
  api.browser = { commands: { openShortcutSettings: own }, tabs: { create } };
  expect(await openShortcutSettings()).toBe(true);
  expect([own.mock.calls.length, create.mock.calls.length]).toEqual([1, 2]);
});
