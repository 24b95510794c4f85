import { beforeEach, describe, expect, test, vi } from 'vitest';
import { RectoError } from '../../../src/model/errors/recto-error.ts';
import { fakeTab } from '../fakes/fake-browser.ts';
import { useBackground } from './use-background.ts';

const used = useBackground();

describe('a page that cannot be read', () => {
  beforeEach(() => {
    used.browser.fakeTabs.set(7, fakeTab({ url: 'chrome://settings/' }));
    used.browser.scripting.executeScript.mockRejectedValue(new Error('Cannot access a chrome:// URL'));
  });

  test.each(['toggle-reader', 'save-page'])('%s opens the popup, which says why', async (command) => {
    await used.start();
    used.browser.commands.onCommand.fire(command, fakeTab());
    await used.settle();
    expect(used.browser.action.openPopup).toHaveBeenCalledWith({ windowId: 1 });
    expect(used.browser.action.setBadgeText).not.toHaveBeenCalled();
  });

  test('puts "!" and the reason on the icon where the popup cannot be opened', async () => {
    used.browser.action.openPopup.mockRejectedValue(new Error('no user gesture'));
    await used.start();
    used.browser.commands.onCommand.fire('toggle-reader', fakeTab());
    await used.settle();
    expect(used.browser.action.setBadgeText).toHaveBeenCalledWith({ tabId: 7, text: '!' });
    const title = 'error_restricted errorNext_restricted';
    expect(used.browser.action.setTitle).toHaveBeenCalledWith({ tabId: 7, title });
  });
});

test('the reason is put on the icon of a tab that is no longer in front: the popup would open over another page', async () => {
  used.browser.fakeTabs.set(7, fakeTab({ url: 'chrome://settings/', active: false }));
  used.browser.scripting.executeScript.mockRejectedValue(new Error('Cannot access a chrome:// URL'));
  await used.start();
  used.browser.commands.onCommand.fire('toggle-reader', fakeTab());
  await used.settle();
  expect(used.browser.action.openPopup).not.toHaveBeenCalled();
  expect(used.browser.action.setBadgeText).toHaveBeenCalledWith({ tabId: 7, text: '!' });
});

describe('an action in a tab that fails', () => {
  const linkUrl = 'https://news.example/x';
  const pressLink = () => used.browser.contextMenus.onClicked.fire({ menuItemId: 'save-link', linkUrl }, fakeTab());
  const refuseNotice = () =>
    used.browser.scripting.executeScript.mockImplementation(async (injection) => {
      if ((injection as { files?: string[] }).files) throw new Error('The extensions gallery cannot be scripted.');
      return [{ result: null }];
    });
  /** Names of what was called in the page, in their order, the notice's script among them. */
  const inPage = () =>
    used.browser.scripting.executeScript.mock.calls.map(([injection]) => {
      const { files, args } = injection as { files?: string[]; args?: unknown[] };
      return files ? 'script' : JSON.stringify(args ?? []);
    });

  test('a link that was not saved is reported in the page, once the notice is there', async () => {
    let come: () => void = () => undefined;
    used.browser.scripting.executeScript.mockImplementation(async (injection) => {
      if ((injection as { files?: string[] }).files)
        await new Promise<void>((resolve) => {
          come = resolve;
        });
      return [{ result: null }];
    });
    used.library.saveLink.mockRejectedValue(new RectoError('quota'));
    await used.start();
    pressLink();
    await used.settle();
    const told = () => inPage().filter((call) => call.includes('quota'));
    expect(told()).toEqual([]);
    come();
    await used.settle();
    expect(told()).toHaveLength(1);
    expect(used.browser.action.openPopup).not.toHaveBeenCalled();
  });

  test.each([
    ['a failure', false, 'quota'],
    ['the question of a private window', true, linkUrl],
  ])(
    '%s is told in the page that the tab has gone on to since the notice was put in',
    async (_what, incognito, word) => {
      let puttings = 0;
      used.browser.scripting.executeScript.mockImplementation(async (injection) => {
        if ((injection as { files?: string[] }).files) puttings += 1;
        // The first notice went with its page.
        return [{ result: puttings > 1 }];
      });
      used.library.saveLink.mockRejectedValue(new RectoError('quota'));
      await used.start();
      used.browser.contextMenus.onClicked.fire(
        { menuItemId: 'save-link', linkUrl, linkText: 'A link' },
        fakeTab({ incognito }),
      );
      // What identifies the link that is asked about is made outside the clock of this test.
      await vi.waitFor(() => expect(inPage()).toHaveLength(4));
      const calls = inPage();
      expect(calls.map((call) => call === 'script' || call.includes(word))).toEqual([true, true, true, true]);
      expect([calls[0], calls[2]]).toEqual(['script', 'script']);
      expect(used.browser.action.openPopup).not.toHaveBeenCalled();
    },
  );

  test('that the question of a private window cannot be asked where the tab has gone on to says why', async () => {
    let puttings = 0;
    used.browser.scripting.executeScript.mockImplementation(async (injection) => {
      if ((injection as { files?: string[] }).files) puttings += 1;
      if (puttings > 1) throw new Error('Cannot access a chrome:// URL');
      return [{ result: false }];
    });
    used.browser.action.openPopup.mockRejectedValue(new Error('no user gesture'));
    await used.start();
    used.browser.fakeTabs.set(7, fakeTab({ url: 'chrome://settings/' }));
    used.browser.contextMenus.onClicked.fire({ menuItemId: 'save-link', linkUrl }, fakeTab({ incognito: true }));
    const title = 'error_restricted errorNext_restricted';
    await vi.waitFor(() => expect(used.browser.action.setTitle).toHaveBeenCalledWith({ tabId: 7, title }));
  });

  test('a link that was not saved is reported on the icon where the page cannot show it', async () => {
    refuseNotice();
    used.library.saveLink.mockRejectedValue(new RectoError('quota'));
    await used.start();
    pressLink();
    await used.settle();
    const title = 'error_quota errorNext_quota';
    expect(used.browser.action.setTitle).toHaveBeenCalledWith({ tabId: 7, title });
    // It would say of the page why that cannot be read, and nothing of the link.
    expect(used.browser.action.openPopup).not.toHaveBeenCalled();
  });

  test('a link that was saved is not reported as failed where the page cannot show the notice', async () => {
    refuseNotice();
    await used.start();
    pressLink();
    await used.settle();
    expect(used.library.saveLink).toHaveBeenCalledOnce();
    expect(used.browser.action.openPopup).not.toHaveBeenCalled();
  });

  test.each([
    ['a command', () => used.browser.commands.onCommand.fire('open-list', fakeTab())],
    ['the menu', () => used.browser.contextMenus.onClicked.fire({ menuItemId: 'open-list' }, fakeTab())],
  ])('%s that leads nowhere says why', async (_from, press) => {
    used.browser.tabs.query.mockRejectedValue(new Error('Tabs cannot be queried right now.'));
    await used.start();
    press();
    await used.settle();
    expect(used.browser.action.openPopup).toHaveBeenCalledWith({ windowId: 1 });
  });

  test('the icon opens the reader although the database does not open, and reports no failure', async () => {
    used.library.find.mockRejectedValue(new RectoError('storage-unavailable'));
    await used.browser.storage.local.set({ 'settings.toolbarOpens': 'full-view' });
    await used.start();
    used.browser.action.onClicked.fire(fakeTab());
    await used.settle();
    expect(used.library.find).toHaveBeenCalled();
    expect(used.browser.action.openPopup).not.toHaveBeenCalled();
  });

  test('a link of a private window that cannot be asked about in its page says why', async () => {
    refuseNotice();
    used.browser.action.openPopup.mockRejectedValue(new Error('no user gesture'));
    await used.start();
    used.browser.contextMenus.onClicked.fire({ menuItemId: 'save-link', linkUrl }, fakeTab({ incognito: true }));
    await used.settle();
    const title = 'error_restricted_store errorNext_restricted_store';
    await vi.waitFor(() => expect(used.browser.action.setTitle).toHaveBeenCalledWith({ tabId: 7, title }));
  });
});
