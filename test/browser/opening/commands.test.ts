import { beforeAll, expect, test } from 'vitest';
import type { Tab } from '../driver/browser-driver.ts';
import { readOverlay } from '../steps/read-overlay.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();
/** One of Recto's own pages, from which the extension API can be asked. */
let recto: Tab;

beforeAll(async () => {
  recto = await used.browser.openRecto('library');
});

const unreadable = () => (used.browser.name === 'firefox' ? 'about:config' : 'chrome://version');

/** The items of the list as the background gives them. */
function listed(): Promise<{ kind: string; url: string; title: string }[]> {
  return recto.evaluate(async () => {
    const input = { place: 'list', limit: 100 };
    return (await chrome.runtime.sendMessage({ protocol: 'recto/1', name: 'library.list', input })).value.items;
  });
}

/** Runs in a page of Recto: whether the popup is open, or a tab has the mark. */
async function saysWhy(): Promise<boolean> {
  const contexts = (await chrome.runtime.getContexts?.({}).catch(() => [])) ?? [];
  const tabs = await chrome.tabs.query({});
  const marks = await Promise.all(tabs.map(({ id }) => chrome.action.getBadgeText({ tabId: id ?? 0 })));
  return contexts.some((context) => context.contextType === 'POPUP') || marks.includes('!');
}

test.each(['toggle-reader', 'save-page'])(
  '%s on a page that no extension may read: the popup or the icon says why',
  async (command) => {
    const tab = await used.browser.open(unreadable());
    await tab.pressShortcut(command);
    await recto.waitFor(saysWhy);
    await tab.close();
  },
);

test('save-page on a feed, where no notice can be shown: the popup or the icon says why', async () => {
  const feed = '<feed xmlns="http://www.w3.org/2005/Atom"/>';
  used.site.serve('/served/feed', feed, { 'content-type': 'text/xml' });
  const tab = await used.browser.open(used.site.url('/served/feed'));
  await tab.pressShortcut('save-page');
  await recto.waitFor(saysWhy);
  await tab.close();
});

test('open-list goes to the tab with the list and opens no second one', async () => {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  await tab.pressShortcut('open-list');
  await recto.waitFor(() => document.visibilityState === 'visible');
  expect((await used.browser.tabUrls()).filter((url) => url.includes('/src/library/'))).toHaveLength(1);
});

test.each([
  ['Enter', '/moved-zh.html', '/zh-Hans/news.html'],
  // In a tab behind the list, as the middle button has it too.
  ['Control+Enter', '/moved-ja.html', '/ja/news.html'],
])(
  'a saved link that redirects, opened from the list by %s, becomes the article it leads to',
  async (key, from, to) => {
    const before = await listed();
    const id = await recto.evaluate(async (url) => {
      const input = { url, title: 'A link' };
      const saved = await chrome.runtime.sendMessage({ protocol: 'recto/1', name: 'link.save', input });
      return saved.value.id as string;
    }, used.site.url(from));
    await recto.activate();
    await recto.waitFor((wanted) => {
      const title = document.querySelector<HTMLElement>(`main li[data-id="${wanted}"] .row-title`);
      title?.focus();
      return title && document.activeElement === title;
    }, id);
    await recto.press(key);
    const tab = await used.browser.waitForTab(to);
    await tab.activate();
    await tab.pressShortcut('toggle-reader');
    await recto.waitFor(async (wanted) => {
      const input = { place: 'list', limit: 100 };
      const reply = await chrome.runtime.sendMessage({ protocol: 'recto/1', name: 'library.list', input });
      return reply.value.items.some(
        (item: { id: string; kind: string }) => item.id === wanted && item.kind === 'article',
      );
    }, id);
    expect(await listed()).toHaveLength(before.length + 1);
  },
);

test('a page cannot send messages to Recto, load its files or find anything of it in its document', async () => {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  const found = await tab.evaluate(async (origin) => {
    const messaging = typeof (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome?.runtime
      ?.sendMessage;
    const fetched = await fetch(`${origin}/icons/icon-16.png`).then(
      () => 'fetched',
      () => 'refused',
    );
    const globals = Object.keys(globalThis).filter((name) => /^recto/i.test(name));
    return { messaging, fetched, globals };
  }, used.browser.origin);
  expect(found).toEqual({ messaging: 'undefined', fetched: 'refused', globals: [] });
});

test('the icon opens the popup, or the overlay if the settings say so', async () => {
  const tab = await used.browser.open(used.site.url('/en/news.html'));
  const inPage = (await tab.evaluate(() => document.querySelector('h1')?.textContent)) ?? '';
  await recto.evaluate(() => chrome.storage.local.set({ 'settings.toolbarOpens': 'full-view' }));
  await recto.waitFor(async () => (await chrome.action.getPopup({})) === '');
  await tab.clickToolbar();
  expect((await tab.waitFor(readOverlay)).title).toBe(inPage);

  await recto.evaluate(() => chrome.storage.local.set({ 'settings.toolbarOpens': 'popup' }));
  // Chromium leaves the opening of the popup to the background, which has set none; Firefox opens the one that is set.
  const isFirefox = used.browser.name === 'firefox';
  await recto.waitFor(async (set) => (await chrome.action.getPopup({})).includes('popup.html') === set, isFirefox);
  const popup = await tab.pressToolbar();
  await popup.waitFor((title) => document.querySelector('.page-title')?.textContent === title, inPage);
  await popup.close();
});
