import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { fakeTab } from '../fakes/fake-browser.ts';
import { useBackground } from './use-background.ts';

const used = useBackground();

describe('commands', () => {
  test('toggle-reader injects its scripts in one call, before anything else is asked', async () => {
    await used.start();
    used.browser.commands.onCommand.fire('toggle-reader', fakeTab());
    expect(used.injected()[0]).toEqual([
      '/extract.js',
      '/sanitise.js',
      '/words/en.js',
      '/overlay.js',
      '/toggle-now.js',
    ]);
    expect(used.browser.tabs.query).not.toHaveBeenCalled();
    expect(used.browser.tabs.get).not.toHaveBeenCalled();
  });

  test.each(['toggle-reader', 'save-page'])('%s pressed twice quickly has one effect', async (command) => {
    await used.start();
    used.browser.commands.onCommand.fire(command, fakeTab());
    used.browser.commands.onCommand.fire(command, fakeTab());
    await used.settle();
    expect(used.injected().filter((files) => files?.includes('/extract.js'))).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    used.browser.commands.onCommand.fire(command, fakeTab());
    await used.settle();
    expect(used.injected().filter((files) => files?.includes('/extract.js'))).toHaveLength(2);
  });

  test.each([
    ['toggle-reader', () => used.browser.commands.onCommand.fire('toggle-reader', fakeTab())],
    ['save-page', () => used.browser.commands.onCommand.fire('save-page', fakeTab())],
    ['Read this page', () => used.browser.contextMenus.onClicked.fire({ menuItemId: 'read-page' }, fakeTab())],
  ])('%s on a page that is busy with itself opens the popup after five seconds, which says so', async (_, press) => {
    used.browser.scripting.executeScript.mockReturnValue(new Promise(() => undefined));
    await used.start();
    press();
    await vi.advanceTimersByTimeAsync(4900);
    expect(used.browser.action.openPopup).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(used.browser.action.openPopup).toHaveBeenCalledOnce();
  });

  test('a second toggle-reader on a page that is still busy counts as the same press', async () => {
    const calls: ((frames: unknown[]) => void)[] = [];
    used.browser.scripting.executeScript.mockImplementation(() => new Promise((resolve) => calls.push(resolve)));
    await used.start();
    const toggles = () => used.injected().filter((files) => files?.includes('/toggle-now.js')).length;
    const press = async () => {
      used.browser.commands.onCommand.fire('toggle-reader', fakeTab());
      await vi.advanceTimersByTimeAsync(1000);
    };
    await press();
    await press();
    expect(toggles()).toBe(1);
    expect(used.browser.action.openPopup).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(4000);
    expect(used.browser.action.openPopup).toHaveBeenCalledOnce();
    await press();
    expect(toggles()).toBe(1);
    expect(used.browser.action.openPopup).toHaveBeenCalledTimes(2);

    for (const answer of calls) answer([{ result: { ok: true, open: true } }]);
    await used.settle();
    await press();
    expect(toggles()).toBe(2);
  });

  test('a page that has begun to open the reader may take its time', async () => {
    used.browser.scripting.executeScript.mockImplementation((injection) =>
      (injection as { files?: string[] }).files ? new Promise(() => undefined) : Promise.resolve([{ result: true }]),
    );
    await used.start();
    used.browser.commands.onCommand.fire('toggle-reader', fakeTab());
    await vi.advanceTimersByTimeAsync(60_000);
    expect(used.browser.action.openPopup).not.toHaveBeenCalled();
  });

  test('open-list shows the tab that has the list, or opens one', async () => {
    await used.start();
    used.browser.tabs.query.mockResolvedValue([fakeTab({ id: 5, windowId: 2 })]);
    used.browser.commands.onCommand.fire('open-list', fakeTab());
    await used.settle();
    expect(used.browser.tabs.update).toHaveBeenCalledWith(5, { active: true });
    expect(used.browser.tabs.create).not.toHaveBeenCalled();
    used.browser.tabs.query.mockResolvedValue([]);
    await vi.advanceTimersByTimeAsync(1000);
    // A key that is held: the browser does not find a tab by its address at once.
    for (const _press of [1, 2, 3]) used.browser.commands.onCommand.fire('open-list', fakeTab());
    await used.settle();
    const url = 'chrome-extension://recto/src/library/library.html';
    expect(used.browser.tabs.create).toHaveBeenCalledExactlyOnceWith({ url, windowId: 1 });
  });

  test('from a private window the list opens in a normal one, made when there is none', async () => {
    await used.start();
    used.browser.windows.getAll.mockResolvedValue([{ id: 1, focused: true, incognito: true }]);
    used.browser.commands.onCommand.fire('open-list', fakeTab({ incognito: true }));
    await used.settle();
    const url = 'chrome-extension://recto/src/library/library.html';
    expect(used.browser.windows.create).toHaveBeenCalledWith({ url, incognito: false });
  });
});

describe('the context menu', () => {
  test('has its four items, which are made again at installation and at each browser start', async () => {
    await used.start();
    used.browser.runtime.onInstalled.fire({ reason: 'update' });
    used.browser.runtime.onStartup.fire();
    await used.settle();
    const ids = used.browser.contextMenus.create.mock.calls.map(([item]) => item.id);
    expect(ids.slice(0, 4)).toEqual(['read-page', 'save-page', 'save-link', 'open-list']);
    const patterns = used.browser.contextMenus.create.mock.calls.map(([item]) => item.targetUrlPatterns);
    expect(patterns.slice(0, 4)).toEqual([undefined, undefined, ['http://*/*', 'https://*/*'], undefined]);
    // In Firefox a frame of a page is not the page.
    const inFrames = used.browser.contextMenus.create.mock.calls.map(([item]) => item.contexts?.includes('frame'));
    expect(inFrames.slice(0, 4)).toEqual([true, true, false, true]);
    expect(used.browser.contextMenus.removeAll).toHaveBeenCalledTimes(2);
  });

  test.each([
    ['the text the browser tells', { linkText: ' Harbour\n lights ' }, null, 'Harbour lights'],
    ['the text the page tells', {}, 'Lamps on the quay', 'Lamps on the quay'],
    ['the address, when nobody tells', {}, null, 'night harbour'],
  ])('a saved link is named by %s', async (_by, click, inPage, title) => {
    used.browser.scripting.executeScript.mockResolvedValue([{ result: inPage }]);
    await used.start();
    const linkUrl = 'https://news.example/2026/night-harbour.html';
    used.browser.contextMenus.onClicked.fire({ menuItemId: 'save-link', linkUrl, frameId: 5, ...click }, fakeTab());
    await used.settle();
    expect(used.library.saveLink).toHaveBeenCalledWith({ url: linkUrl, title });
    const inFrame = expect.objectContaining({ target: { tabId: 7, frameIds: [5] } });
    const { executeScript } = used.browser.scripting;
    if ('linkText' in click) expect(executeScript).not.toHaveBeenCalledWith(inFrame);
    else expect(executeScript).toHaveBeenCalledWith(inFrame);
  });

  test('a link is named by its text when the browser allows to ask the page a moment after the click', async () => {
    const { executeScript } = used.browser.scripting;
    executeScript.mockResolvedValue([{ result: 'Lamps on the quay' }]);
    executeScript.mockRejectedValueOnce(new Error('Cannot access contents of the page.'));
    await used.start();
    const linkUrl = 'https://news.example/2026/night-harbour.html';
    used.browser.contextMenus.onClicked.fire({ menuItemId: 'save-link', linkUrl }, fakeTab());
    await vi.advanceTimersByTimeAsync(100);
    await used.settle();
    expect(used.library.saveLink).toHaveBeenCalledWith({ url: linkUrl, title: 'Lamps on the quay' });
  });

  test('a link in a private window is asked about before it is saved', async () => {
    await used.start();
    const linkUrl = 'https://news.example/x';
    used.browser.contextMenus.onClicked.fire({ menuItemId: 'save-link', linkUrl }, fakeTab({ incognito: true }));
    await used.settle();
    expect(used.library.saveLink).not.toHaveBeenCalled();
    await vi.waitFor(async () => expect(await used.browser.storage.session.get(null)).toHaveProperty(['asked-link.7']));
    expect(JSON.stringify(await used.browser.storage.session.get(null))).not.toContain('news.example');
    expect(used.injected()).toContainEqual(['/words/en.js', '/notice.js']);
  });
});

describe('the toolbar icon', () => {
  test('opens what the settings say, from the start and after a change', async () => {
    await used.browser.storage.local.set({ 'settings.toolbarOpens': 'full-view' });
    await used.start();
    used.browser.runtime.onStartup.fire();
    await used.settle();
    expect(used.browser.action.setPopup).toHaveBeenLastCalledWith({ popup: '' });
    await used.browser.storage.local.set({ 'settings.toolbarOpens': 'popup' });
    await used.settle();
    expect(used.browser.action.setPopup).toHaveBeenLastCalledWith({ popup: '' });
    vi.stubGlobal('location', { protocol: 'moz-extension:' });
    onTestFinished(() => void vi.unstubAllGlobals());
    await used.browser.storage.local.set({ 'settings.toolbarOpens': 'full-view' });
    await used.browser.storage.local.set({ 'settings.toolbarOpens': 'popup' });
    await used.settle();
    expect(used.browser.action.setPopup).toHaveBeenLastCalledWith({ popup: 'src/popup/popup.html' });
  });

  test('toggles the reader where that is what it opens', async () => {
    await used.browser.storage.local.set({ 'settings.toolbarOpens': 'full-view' });
    await used.start();
    used.browser.action.onClicked.fire(fakeTab());
    await used.settle();
    expect(used.injected()[0]).toEqual([
      '/extract.js',
      '/sanitise.js',
      '/words/en.js',
      '/overlay.js',
      '/toggle-now.js',
    ]);
    expect(used.browser.action.openPopup).not.toHaveBeenCalled();
  });

  test('has the page read while the popup opens, once for two clicks', async () => {
    await used.start();
    used.browser.action.onClicked.fire(fakeTab());
    used.browser.action.onClicked.fire(fakeTab());
    await used.settle();
    expect(used.injected()).toEqual([['/extract.js', '/read-ahead.js']]);
    expect(used.browser.action.openPopup.mock.calls).toEqual([[{ windowId: 1 }]]);
    expect(used.browser.action.setPopup.mock.calls).toEqual([
      [{ tabId: 7, popup: 'src/popup/popup.html#ahead' }],
      [{ tabId: 7, popup: '' }],
    ]);
    used.browser.action.onClicked.fire(fakeTab());
    await used.settle();
    expect(used.browser.action.openPopup).toHaveBeenCalledTimes(2);
  });

  test('a popup that was closed before it was drawn is not opened in another way', async () => {
    const closed: ((reason: Error) => void)[] = [];
    used.browser.action.openPopup.mockImplementation(() => new Promise((_, reject) => closed.push(reject)));
    await used.start();
    used.browser.action.onClicked.fire(fakeTab());
    await vi.advanceTimersByTimeAsync(120);
    closed[0]?.(new Error('Failed to open popup.'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(used.injected()).toEqual([['/extract.js', '/read-ahead.js']]);
    expect(used.browser.action.setPopup).toHaveBeenLastCalledWith({ tabId: 7, popup: '' });
  });

  test('opens the reader in the page where no popup can be opened, and leaves later clicks to the browser', async () => {
    used.browser.action.openPopup.mockRejectedValue(new Error('Could not find an active browser window.'));
    await used.start();
    used.browser.action.onClicked.fire(fakeTab());
    await used.settle();
    expect(used.injected().filter(Boolean).at(-1)).toEqual([
      '/extract.js',
      '/sanitise.js',
      '/words/en.js',
      '/overlay.js',
      '/toggle-now.js',
    ]);
    expect(used.browser.action.setPopup.mock.calls.slice(1)).toEqual([
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
  await used.start();
  used.browser.runtime.onInstalled.fire({ reason });
  await used.settle();
  expect(used.browser.tabs.create).toHaveBeenCalledTimes(times);
});

test.each(['update', 'a start of the browser'])('at %s forgotten settings are set again', async (when) => {
  await used.browser.storage.local.set({
    'settings.toolbarOpens': 'full-view',
    'site.news.example/alwaysOpen': true,
  });
  used.browser.permissions.grant('*://news.example/*');
  await used.start();
  if (when === 'update') used.browser.runtime.onInstalled.fire({ reason: 'update' });
  else used.browser.runtime.onStartup.fire();
  await used.settle();
  expect(used.browser.action.setPopup).toHaveBeenCalledWith({ popup: '' });
  const [added] = used.browser.scripting.registerContentScripts.mock.calls[0] ?? [];
  expect(added).toMatchObject([{ matches: ['*://news.example/*'], js: ['/probe.js'] }]);
});

test('Recently deleted is cleared after the start, once a waiting command has been done', async () => {
  await used.start();
  await used.settle();
  expect(used.library.purgeDeleted).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(used.library.purgeDeleted).toHaveBeenCalledOnce();
});

test('a task after the start that fails does not prevent the others', async () => {
  const { watchForLoss, purgeDeleted, tidyIndex, dropLeftPictures } = used.library;
  const upkeep = [watchForLoss, purgeDeleted, tidyIndex, dropLeftPictures];
  for (const task of upkeep) task.mockRejectedValue(new Error('The database does not open.'));
  await used.start();
  await vi.advanceTimersByTimeAsync(10_000);
  for (const task of upkeep) expect(task).toHaveBeenCalledOnce();
});

test('on Firefox for Android, without commands, menus and windows, the rest works', async () => {
  const { commands: _commands, contextMenus: _menus, windows: _windows, ...android } = used.browser;
  await used.browser.storage.local.set({ 'settings.toolbarOpens': 'full-view' });
  await used.start(android);
  used.browser.runtime.onInstalled.fire({ reason: 'install' });
  await used.settle();
  expect(used.browser.tabs.create).toHaveBeenCalledWith({ url: 'chrome-extension://recto/src/welcome/welcome.html' });
  used.browser.action.onClicked.fire(fakeTab());
  await used.settle();
  expect(used.injected()[0]).toEqual(['/extract.js', '/sanitise.js', '/words/en.js', '/overlay.js', '/toggle-now.js']);
});
