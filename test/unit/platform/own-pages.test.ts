import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser, fakeTab } from '../fakes/fake-browser.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../src/platform/browser.ts', () => api);
const { openListTab, openPermissionTab, openSavedTab, readerAddress } = await import(
  '../../../src/platform/own-pages.ts'
);

let browser: ReturnType<typeof fakeBrowser>;
const LIST = 'chrome-extension://recto/src/library/library.html';
const PERMISSION = 'chrome-extension://recto/src/permission/permission.html';
const FROM = { id: 7, windowId: 3, url: 'https://news.example/', title: null, isPrivate: false };
const window = (id: number, focused: boolean, incognito = false) => ({ id, focused, incognito });

beforeEach(() => {
  browser = fakeBrowser();
  api.browser = browser;
});

test('the list that is open already is brought to the front, in its own window, at the part that is asked for', async () => {
  browser.tabs.query.mockResolvedValue([fakeTab({ id: 9, windowId: 4, url: LIST })]);
  await openListTab();
  await openListTab('#settings');
  expect(browser.tabs.update.mock.calls).toEqual([
    [9, { active: true }],
    [9, { active: true, url: `${LIST}#settings` }],
  ]);
  expect(browser.windows.update.mock.calls).toEqual([
    [4, { focused: true }],
    [4, { focused: true }],
  ]);
  expect(browser.tabs.create).not.toHaveBeenCalled();
});

test('a page of Recto opens in the normal window used last, never in a private one', async () => {
  browser.windows.getAll.mockResolvedValue([window(1, false), window(2, true, true), window(3, false)]);
  await openListTab('#tags');
  browser.windows.getAll.mockResolvedValue([window(1, false), window(3, true)]);
  await openSavedTab('a1', null);
  expect(browser.tabs.create.mock.calls).toEqual([
    [{ url: `${LIST}#tags`, windowId: 1 }],
    [{ url: readerAddress('a1', null), windowId: 3 }],
  ]);
  expect(browser.windows.update.mock.calls.map(([id]: unknown[]) => id)).toEqual([1, 3]);
});

test('where all windows are private a normal one is made, and a browser without windows opens a tab', async () => {
  browser.windows.getAll.mockResolvedValue([window(2, true, true)]);
  await openListTab();
  expect(browser.windows.create.mock.calls).toEqual([[{ url: LIST, incognito: false }]]);
  expect(browser.tabs.create).not.toHaveBeenCalled();
  api.browser = { ...browser, windows: undefined };
  await openListTab();
  expect(browser.tabs.create.mock.calls).toEqual([[{ url: LIST }]]);
});

test('the page that asks for access stands beside its tab, but in a normal window where that is private', async () => {
  await openPermissionTab('w1', FROM);
  await openPermissionTab('w2', { ...FROM, isPrivate: true });
  await openPermissionTab('w3', null);
  expect(browser.tabs.create.mock.calls).toEqual([
    [{ url: `${PERMISSION}#w1`, windowId: 3, openerTabId: 7 }],
    [{ url: `${PERMISSION}#w2`, windowId: 1 }],
    [{ url: `${PERMISSION}#w3`, windowId: 1 }],
  ]);
});

test('the address of a saved article names its site and highlight, whatever signs they have', () => {
  const reader = 'chrome-extension://recto/src/reader/reader.html';
  expect(readerAddress('a/1', 'https://news.example:8080/x')).toBe(`${reader}?site=news.example#a%2F1`);
  expect(readerAddress('a1', 'file:///x.html', 'h#1')).toBe(`${reader}#a1/h%231`);
});
