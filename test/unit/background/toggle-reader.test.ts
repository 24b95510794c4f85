import { beforeEach, expect, test, vi } from 'vitest';
import type { MessageSender } from '../../../src/messaging/listen.ts';
import { fakeBrowser } from '../fakes/fake-browser.ts';
import { fakeLibrary } from '../fakes/fake-library.ts';

const api = vi.hoisted(() => ({
  browser: {} as unknown,
  isOverlayOpen: vi.fn(),
  toggleOverlay: vi.fn(),
  toggleOverlayOnce: vi.fn(),
}));
vi.mock('../../../src/platform/browser.ts', () => api);
vi.mock('../../../src/platform/overlay-in-tab.ts', () => api);

const { openByProbe, toggleReader } = await import('../../../src/background/toggle-reader.ts');

const probe: MessageSender = {
  kind: 'content-script',
  url: 'https://news.example/2026/harbour',
  tabId: 7,
  isPrivate: false,
};
let browser: ReturnType<typeof fakeBrowser>;

beforeEach(async () => {
  browser = fakeBrowser();
  api.browser = browser;
  await browser.storage.local.set({ 'site.news.example/alwaysOpen': true });
  api.isOverlayOpen.mockReset().mockResolvedValue(false);
  api.toggleOverlay.mockReset().mockResolvedValue({ ok: true, open: true });
});

/** Whether Recto counts as called on the page afterwards. */
async function isCalled(): Promise<boolean> {
  await openByProbe(probe, fakeLibrary());
  return 'called.7' in (await browser.storage.session.get(null));
}

test('on a site that is always opened articles are opened and other pages are not', async () => {
  expect(await isCalled()).toBe(true);
  expect(api.toggleOverlay.mock.calls).toEqual([[7, { onlyArticle: true }]]);
});

test('a page that turned out to be no article counts as one on which Recto was not called', async () => {
  api.toggleOverlay.mockResolvedValue({ ok: true, open: false });
  expect(await isCalled()).toBe(false);
  api.toggleOverlay.mockResolvedValue({ ok: false, error: { code: 'not-an-article', message: '' } });
  expect(await isCalled()).toBe(false);
});

test('a reader that is open already stays open', async () => {
  api.isOverlayOpen.mockResolvedValue(true);
  await openByProbe(probe, fakeLibrary());
  expect(api.toggleOverlay).not.toHaveBeenCalled();
});

test('nothing is opened on a site that is no longer always opened', async () => {
  await browser.storage.local.remove('site.news.example/alwaysOpen');
  await openByProbe(probe, fakeLibrary());
  expect(api.toggleOverlay).not.toHaveBeenCalled();
});

test('in the first-run page its own article is opened, by its address, and another page is opened in the reader', async () => {
  const tab = { id: 7, windowId: 1, title: null, isPrivate: false };
  api.toggleOverlayOnce.mockResolvedValue(null);
  await toggleReader({ ...tab, url: 'chrome-extension://recto/src/welcome/welcome.html' }, fakeLibrary());
  expect(api.toggleOverlayOnce).not.toHaveBeenCalled();
  expect(browser.tabs.update).toHaveBeenCalledWith(7, { url: 'chrome-extension://recto/src/welcome/welcome.html#try' });
  await toggleReader({ ...tab, url: 'https://news.example/2026/harbour' }, fakeLibrary());
  expect(api.toggleOverlayOnce.mock.calls).toEqual([[7]]);
});
