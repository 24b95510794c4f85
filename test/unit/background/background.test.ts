import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { RectoError } from '../../../src/model/recto-error.ts';
import { type FakeBrowser, fakeBrowser, fakeTab } from '../fakes/fake-browser.ts';
import { fakeLibrary } from '../fakes/fake-library.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
const shared = vi.hoisted(() => ({ library: {} as unknown }));
vi.mock('../../../src/platform/browser.ts', () => api);
vi.mock('../../../src/background/background-library.ts', () => ({ backgroundLibrary: () => shared.library }));
vi.mock('../../../src/platform/injected-scripts.ts', () => ({
  EXTRACT_SCRIPT: '/extract.js',
  READ_NOW_SCRIPT: '/read-now.js',
  READ_AHEAD_SCRIPT: '/read-ahead.js',
  TOGGLE_NOW_SCRIPT: '/toggle-now.js',
  PICTURES_SCRIPT: '/pictures.js',
  SANITISE_SCRIPT: '/sanitise.js',
  OVERLAY_SCRIPT: '/overlay.js',
  SAVE_NOTICE_SCRIPT: '/notice.js',
  WATCH_ADDRESS_SCRIPT: '/watch.js',
  PROBE_SCRIPT: '/probe.js',
}));

let browser: FakeBrowser;
let library: ReturnType<typeof fakeLibrary>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
  browser = fakeBrowser();
  library = fakeLibrary();
  api.browser = browser;
  shared.library = library;
});

afterEach(() => vi.useRealTimers());

/** Runs the background as a fresh worker. */
const start = () => import('../../../src/background/background.ts');
const settle = () => vi.advanceTimersByTimeAsync(0);
const injected = () =>
  browser.scripting.executeScript.mock.calls.map(([injection]) => (injection as { files?: string[] }).files);

describe('commands', () => {
  test('toggle-reader injects its scripts in one call, before anything else is asked', async () => {
    await start();
    browser.commands.onCommand.fire('toggle-reader', fakeTab());
    expect(injected()[0]).toEqual(['/extract.js', '/sanitise.js', '/words/en.js', '/overlay.js', '/toggle-now.js']);
    expect(browser.tabs.query).not.toHaveBeenCalled();
    expect(browser.tabs.get).not.toHaveBeenCalled();
  });

  test.each(['toggle-reader', 'save-page'])('%s pressed twice quickly has one effect', async (command) => {
    await start();
    browser.commands.onCommand.fire(command, fakeTab());
    browser.commands.onCommand.fire(command, fakeTab());
    await settle();
    expect(injected().filter((files) => files?.includes('/extract.js'))).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    browser.commands.onCommand.fire(command, fakeTab());
    await settle();
    expect(injected().filter((files) => files?.includes('/extract.js'))).toHaveLength(2);
  });

  test('open-list shows the tab that has the list, or opens one', async () => {
    await start();
    browser.tabs.query.mockResolvedValue([fakeTab({ id: 5, windowId: 2 })]);
    browser.commands.onCommand.fire('open-list', fakeTab());
    await settle();
    expect(browser.tabs.update).toHaveBeenCalledWith(5, { active: true });
    expect(browser.tabs.create).not.toHaveBeenCalled();
    browser.tabs.query.mockResolvedValue([]);
    browser.commands.onCommand.fire('open-list', fakeTab());
    await settle();
    const url = 'chrome-extension://recto/src/library/library.html';
    expect(browser.tabs.create).toHaveBeenCalledWith({ url, windowId: 1 });
  });

  test('from a private window the list opens in a normal one, made when there is none', async () => {
    await start();
    browser.windows.getAll.mockResolvedValue([{ id: 1, focused: true, incognito: true }]);
    browser.commands.onCommand.fire('open-list', fakeTab({ incognito: true }));
    await settle();
    const url = 'chrome-extension://recto/src/library/library.html';
    expect(browser.windows.create).toHaveBeenCalledWith({ url, incognito: false });
  });
});

describe('a page that cannot be read', () => {
  beforeEach(() => {
    browser.fakeTabs.set(7, fakeTab({ url: 'chrome://settings/' }));
    browser.scripting.executeScript.mockRejectedValue(new Error('Cannot access a chrome:// URL'));
  });

  test.each(['toggle-reader', 'save-page'])('%s opens the popup, which says why', async (command) => {
    await start();
    browser.commands.onCommand.fire(command, fakeTab());
    await settle();
    expect(browser.action.openPopup).toHaveBeenCalledWith({ windowId: 1 });
    expect(browser.action.setBadgeText).not.toHaveBeenCalled();
  });

  test('puts "!" and the reason on the icon where the popup cannot be opened', async () => {
    browser.action.openPopup.mockRejectedValue(new Error('no user gesture'));
    await start();
    browser.commands.onCommand.fire('toggle-reader', fakeTab());
    await settle();
    expect(browser.action.setBadgeText).toHaveBeenCalledWith({ tabId: 7, text: '!' });
    const title = 'error_restricted errorNext_restricted';
    expect(browser.action.setTitle).toHaveBeenCalledWith({ tabId: 7, title });
  });
});

describe('the context menu', () => {
  test('has its four items, made anew at install and at each browser start', async () => {
    await start();
    browser.runtime.onInstalled.fire({ reason: 'update' });
    browser.runtime.onStartup.fire();
    await settle();
    const ids = browser.contextMenus.create.mock.calls.map(([item]) => item.id);
    expect(ids.slice(0, 4)).toEqual(['read-page', 'save-page', 'save-link', 'open-list']);
    expect(browser.contextMenus.removeAll).toHaveBeenCalledTimes(2);
  });

  test.each([
    ['the text the browser tells', { linkText: ' Harbour\n lights ' }, null, 'Harbour lights'],
    ['the text the page tells', {}, 'Lamps on the quay', 'Lamps on the quay'],
    ['the address, when nobody tells', {}, null, 'night harbour'],
  ])('a saved link is named by %s', async (_by, click, inPage, title) => {
    browser.scripting.executeScript.mockResolvedValue([{ result: inPage }]);
    await start();
    const linkUrl = 'https://news.example/2026/night-harbour.html';
    browser.contextMenus.onClicked.fire({ menuItemId: 'save-link', linkUrl, ...click }, fakeTab());
    await settle();
    expect(library.saveLink).toHaveBeenCalledWith({ url: linkUrl, title });
  });

  test('a link of a private window is asked about, and not kept', async () => {
    await start();
    const linkUrl = 'https://news.example/x';
    browser.contextMenus.onClicked.fire({ menuItemId: 'save-link', linkUrl }, fakeTab({ incognito: true }));
    await settle();
    expect(library.saveLink).not.toHaveBeenCalled();
    await vi.waitFor(async () => expect(await browser.storage.session.get(null)).toHaveProperty(['asked-link.7']));
    expect(JSON.stringify(await browser.storage.session.get(null))).not.toContain('news.example');
    expect(injected()).toContainEqual(['/words/en.js', '/notice.js']);
  });
});

describe('what was asked for in a tab and fails', () => {
  const linkUrl = 'https://news.example/x';
  const pressLink = () => browser.contextMenus.onClicked.fire({ menuItemId: 'save-link', linkUrl }, fakeTab());
  const refuseNotice = () =>
    browser.scripting.executeScript.mockImplementation(async (injection) => {
      if ((injection as { files?: string[] }).files) throw new Error('The extensions gallery cannot be scripted.');
      return [{ result: null }];
    });
  /** Names of what was called in the page, in their order, the notice's script among them. */
  const inPage = () =>
    browser.scripting.executeScript.mock.calls.map(([injection]) => {
      const { files, args } = injection as { files?: string[]; args?: unknown[] };
      return files ? 'script' : JSON.stringify(args ?? []);
    });

  test('a link that is not kept is told in the page, once what tells it is there', async () => {
    let come: () => void = () => undefined;
    browser.scripting.executeScript.mockImplementation(async (injection) => {
      if ((injection as { files?: string[] }).files)
        await new Promise<void>((resolve) => {
          come = resolve;
        });
      return [{ result: null }];
    });
    library.saveLink.mockRejectedValue(new RectoError('quota'));
    await start();
    pressLink();
    await settle();
    const told = () => inPage().filter((call) => call.includes('quota'));
    expect(told()).toEqual([]);
    come();
    await settle();
    expect(told()).toHaveLength(1);
    expect(browser.action.openPopup).not.toHaveBeenCalled();
  });

  test('a link that is not kept is told on the icon where the page cannot tell it', async () => {
    refuseNotice();
    browser.action.openPopup.mockRejectedValue(new Error('no user gesture'));
    library.saveLink.mockRejectedValue(new RectoError('quota'));
    await start();
    pressLink();
    await settle();
    const title = 'error_quota errorNext_quota';
    expect(browser.action.setTitle).toHaveBeenCalledWith({ tabId: 7, title });
  });

  test('a link that is kept is no failure where the page cannot tell it', async () => {
    refuseNotice();
    await start();
    pressLink();
    await settle();
    expect(library.saveLink).toHaveBeenCalledOnce();
    expect(browser.action.openPopup).not.toHaveBeenCalled();
  });

  test.each([
    ['a command', () => browser.commands.onCommand.fire('open-list', fakeTab())],
    ['the menu', () => browser.contextMenus.onClicked.fire({ menuItemId: 'open-list' }, fakeTab())],
  ])('%s that leads nowhere says why', async (_from, press) => {
    browser.tabs.query.mockRejectedValue(new Error('Tabs cannot be queried right now.'));
    await start();
    press();
    await settle();
    expect(browser.action.openPopup).toHaveBeenCalledWith({ windowId: 1 });
  });

  test('the icon opens the reader though the database does not open, and says nothing of it', async () => {
    library.find.mockRejectedValue(new RectoError('storage-unavailable'));
    await browser.storage.local.set({ 'settings.toolbarOpens': 'full-view' });
    await start();
    browser.action.onClicked.fire(fakeTab());
    await settle();
    expect(library.find).toHaveBeenCalled();
    expect(browser.action.openPopup).not.toHaveBeenCalled();
  });

  test('a link of a private window that cannot be asked about in its page says why', async () => {
    refuseNotice();
    browser.action.openPopup.mockRejectedValue(new Error('no user gesture'));
    await start();
    browser.contextMenus.onClicked.fire({ menuItemId: 'save-link', linkUrl }, fakeTab({ incognito: true }));
    await settle();
    const title = 'error_restricted_store errorNext_restricted_store';
    await vi.waitFor(() => expect(browser.action.setTitle).toHaveBeenCalledWith({ tabId: 7, title }));
  });
});

describe('the toolbar icon', () => {
  test('opens what the settings say, from the start and after a change', async () => {
    await browser.storage.local.set({ 'settings.toolbarOpens': 'full-view' });
    await start();
    browser.runtime.onStartup.fire();
    await settle();
    expect(browser.action.setPopup).toHaveBeenLastCalledWith({ popup: '' });
    await browser.storage.local.set({ 'settings.toolbarOpens': 'popup' });
    await settle();
    expect(browser.action.setPopup).toHaveBeenLastCalledWith({ popup: '' });
    browser.runtime.getURL = (path) => `moz-extension://recto/${path}`;
    await browser.storage.local.set({ 'settings.toolbarOpens': 'full-view' });
    await browser.storage.local.set({ 'settings.toolbarOpens': 'popup' });
    await settle();
    expect(browser.action.setPopup).toHaveBeenLastCalledWith({ popup: 'src/popup/popup.html' });
  });

  test('toggles the reader where that is what it opens', async () => {
    await browser.storage.local.set({ 'settings.toolbarOpens': 'full-view' });
    await start();
    browser.action.onClicked.fire(fakeTab());
    await settle();
    expect(injected()[0]).toEqual(['/extract.js', '/sanitise.js', '/words/en.js', '/overlay.js', '/toggle-now.js']);
    expect(browser.action.openPopup).not.toHaveBeenCalled();
  });

  test('has the page read while the popup opens, once for two clicks', async () => {
    await start();
    browser.action.onClicked.fire(fakeTab());
    browser.action.onClicked.fire(fakeTab());
    await settle();
    expect(injected()).toEqual([['/extract.js', '/read-ahead.js']]);
    expect(browser.action.openPopup.mock.calls).toEqual([[{ windowId: 1 }]]);
    expect(browser.action.setPopup.mock.calls).toEqual([
      [{ tabId: 7, popup: 'src/popup/popup.html#ahead' }],
      [{ tabId: 7, popup: '' }],
    ]);
    browser.action.onClicked.fire(fakeTab());
    await settle();
    expect(browser.action.openPopup).toHaveBeenCalledTimes(2);
  });

  test('a popup that was closed before it stood is not opened in another way', async () => {
    browser.action.openPopup.mockImplementation(
      () => new Promise((_, reject) => setTimeout(() => reject(new Error('Failed to open popup.')), 120)),
    );
    await start();
    browser.action.onClicked.fire(fakeTab());
    await vi.advanceTimersByTimeAsync(1000);
    expect(injected()).toEqual([['/extract.js', '/read-ahead.js']]);
    expect(browser.action.setPopup).toHaveBeenLastCalledWith({ tabId: 7, popup: '' });
  });

  test('opens the reader in the page where no popup can be opened, and leaves later clicks to the browser', async () => {
    browser.action.openPopup.mockRejectedValue(new Error('Could not find an active browser window.'));
    await start();
    browser.action.onClicked.fire(fakeTab());
    await settle();
    expect(injected().at(-1)).toEqual(['/extract.js', '/sanitise.js', '/words/en.js', '/overlay.js', '/toggle-now.js']);
    expect(browser.action.setPopup.mock.calls.slice(1)).toEqual([
      [{ tabId: 7, popup: 'src/popup/popup.html' }],
      [{ popup: 'src/popup/popup.html' }],
    ]);
  });
});

test.each([
  ['install', 1],
  ['update', 0],
  ['browser_update', 0],
])('on %s the first-run tab is opened %i times', async (reason, times) => {
  await start();
  browser.runtime.onInstalled.fire({ reason });
  await settle();
  expect(browser.tabs.create).toHaveBeenCalledTimes(times);
});

test('Recently deleted is cleared after the start, once a waiting command has been done', async () => {
  await start();
  await settle();
  expect(library.purgeDeleted).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(library.purgeDeleted).toHaveBeenCalledOnce();
});

test('on Firefox for Android, without commands, menus and windows, the rest works', async () => {
  const { commands: _commands, contextMenus: _menus, windows: _windows, ...android } = browser;
  api.browser = android;
  await browser.storage.local.set({ 'settings.toolbarOpens': 'full-view' });
  await start();
  browser.runtime.onInstalled.fire({ reason: 'install' });
  await settle();
  expect(browser.tabs.create).toHaveBeenCalledWith({ url: 'chrome-extension://recto/src/welcome/welcome.html' });
  browser.action.onClicked.fire(fakeTab());
  await settle();
  expect(injected()[0]).toEqual(['/extract.js', '/sanitise.js', '/words/en.js', '/overlay.js', '/toggle-now.js']);
});
