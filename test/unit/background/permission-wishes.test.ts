import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { MessageSender } from '../../../src/messaging/listen.ts';
import { asRecord } from '../../../src/model/parsing/as-record.ts';
import type { PermissionWish } from '../../../src/model/permission-wish.ts';
import { type FakeBrowser, fakeBrowser, fakeTab } from '../fakes/fake-browser.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../src/platform/browser.ts', () => api);
vi.mock('../../../src/platform/injected-scripts.ts', () => ({ PROBE_SCRIPT: '/probe.js' }));

const { askPermission, listenForGrants } = await import('../../../src/background/ask-permission.ts');
const { noteAnswer } = await import('../../../src/platform/waiting-wishes.ts');
const { readFetchRun } = await import('../../../src/platform/fetch-run.ts');
const { changeSiteSettings } = await import('../../../src/platform/site-settings.ts');
const { listenForSites, registerProbes } = await import('../../../src/background/always-open.ts');

const NEWS = '*://news.example/*';
const WISH: PermissionWish = { kind: 'always-open', origins: [NEWS] };
const retryRefused = vi.fn(async () => []);
const keeper = { begin: vi.fn(), takeOver: vi.fn(), report: vi.fn(), resume: vi.fn(), retryRefused };
let browser: FakeBrowser;
let closed: boolean;

const inPage = (changes: Partial<MessageSender> = {}): MessageSender => ({
  kind: 'content-script',
  url: 'https://news.example/2026/harbour',
  tabId: 7,
  isPrivate: false,
  ...changes,
});
const registered = async () =>
  (await browser.scripting.getRegisteredContentScripts()).map(({ matches, js }) => [...matches, ...js]);

beforeEach(() => {
  browser = fakeBrowser();
  api.browser = browser;
  retryRefused.mockClear();
  // The pages that ask stay open.
  closed = false;
  browser.tabs.query.mockImplementation(async ({ url } = {}) => {
    const opened = browser.tabs.create.mock.calls.map(([{ url }]) => fakeTab({ url }));
    return url && !closed ? opened : [];
  });
  listenForGrants(keeper);
  listenForSites();
});

describe('a wish', () => {
  test('waits in the session while the permission page is open beside its tab, and is carried out when access is granted', async () => {
    expect(await askPermission(WISH, inPage(), keeper)).toBe(false);
    const [id] = Object.keys(await browser.storage.session.get(null));
    const url = `chrome-extension://recto/src/permission/permission.html#${id?.slice('wish.'.length)}`;
    expect(browser.tabs.create).toHaveBeenCalledWith({ url, windowId: 1, openerTabId: 7 });
    expect(await registered()).toEqual([]);

    browser.permissions.grant(NEWS);
    await vi.waitFor(async () => expect(await registered()).toEqual([[NEWS, '/probe.js']]));
    expect(await browser.storage.session.get(null)).toEqual({});
    expect(await browser.storage.local.get(null)).toEqual({ 'site.news.example/alwaysOpen': true });
  });

  test('is carried out once when one grant causes two events', async () => {
    const wish: PermissionWish = { kind: 'keep-pictures', origins: [NEWS], articleId: 'a1' };
    await askPermission(wish, inPage(), keeper);
    browser.permissions.grant(NEWS);
    browser.permissions.grant(NEWS);
    await vi.waitFor(async () => expect(await browser.storage.session.get(null)).toEqual({}));
    await new Promise(setImmediate);
    expect(retryRefused.mock.calls).toEqual([['a1', null]]);
  });

  test('for one picture is carried out for that picture, also when the current text does not show it', async () => {
    const urls = ['https://news.example/older.png'];
    await askPermission({ kind: 'keep-pictures', origins: [NEWS], articleId: 'a1', urls }, inPage(), keeper);
    browser.permissions.grant(NEWS);
    await vi.waitFor(() =>
      expect(retryRefused.mock.calls).toEqual([
        ['a1', urls],
        ['a1', null],
      ]),
    );
  });

  test('waits on when access is granted to another site, and one that fails does not block the next', async () => {
    const others: PermissionWish[] = [
      { kind: 'keep-pictures', origins: ['*://pictures.example/*'], articleId: 'a1' },
      { kind: 'keep-pictures', origins: [NEWS], articleId: 'a2' },
      WISH,
    ];
    for (const wish of others) await askPermission(wish, inPage(), keeper);
    retryRefused.mockRejectedValueOnce(new Error('The database does not open.'));
    browser.permissions.grant(NEWS);
    await vi.waitFor(async () => expect(await registered()).toEqual([[NEWS, '/probe.js']]));
    expect(retryRefused.mock.calls).toEqual([['a2', null]]);
    expect(Object.values(await browser.storage.session.get(null))).toEqual([others[0]]);
  });

  test('whose page was closed without an answer is dropped, and one that was answered is carried out', async () => {
    await askPermission({ kind: 'keep-pictures', origins: [NEWS], articleId: 'a1' }, inPage(), keeper);
    await askPermission({ kind: 'keep-pictures', origins: [NEWS], articleId: 'a2' }, inPage(), keeper);
    const waiting = Object.entries(await browser.storage.session.get(null));
    const [key] = waiting.find(([, wish]) => asRecord(wish)['articleId'] === 'a2') ?? [''];
    await noteAnswer(key.slice('wish.'.length), true);
    closed = true;
    browser.permissions.grant(NEWS);
    await vi.waitFor(async () => expect(await browser.storage.session.get(null)).toEqual({}));
    expect(retryRefused.mock.calls).toEqual([['a2', null]]);
  });

  test('is carried out also when the session cannot forget it', async () => {
    await askPermission(WISH, inPage(), keeper);
    const { session } = browser.storage;
    const remove = session.remove.bind(session);
    vi.spyOn(session, 'remove').mockImplementationOnce(remove).mockRejectedValueOnce(new Error('not now'));
    browser.permissions.grant(NEWS);
    await vi.waitFor(async () => expect(await registered()).toEqual([[NEWS, '/probe.js']]));
  });

  test('is carried out at once when the access is there', async () => {
    browser.permissions.grant(NEWS);
    expect(await askPermission(WISH, inPage(), keeper)).toBe(true);
    expect(browser.tabs.create).not.toHaveBeenCalled();
    expect(await registered()).toEqual([[NEWS, '/probe.js']]);
  });

  test('may be for any site where a page of Recto asks, and its permission page opens beside the current tab', async () => {
    const popup = {
      ...inPage({ url: 'chrome-extension://recto/popup.html', tabId: null }),
      kind: 'extension-page',
    } as const;
    browser.tabs.query.mockResolvedValue([fakeTab({ id: 9, windowId: 4 })]);
    expect(await askPermission(WISH, popup, keeper)).toBe(false);
    expect(browser.tabs.create).toHaveBeenCalledWith(expect.objectContaining({ windowId: 4, openerTabId: 9 }));
  });

  test('is for its own site only where a web page asks, and never from a private window', async () => {
    const elsewhere = inPage({ url: 'https://evil.example/' });
    await expect(askPermission(WISH, elsewhere, keeper)).rejects.toMatchObject({ code: 'bad-message' });
    for (const origins of [[NEWS, '*://bank.example/*'], []]) {
      const more = askPermission({ kind: 'always-open', origins }, inPage(), keeper);
      await expect(more).rejects.toMatchObject({ code: 'bad-message' });
    }
    const hidden = inPage({ isPrivate: true });
    await expect(askPermission(WISH, hidden, keeper)).rejects.toMatchObject({ code: 'needs-consent' });
    expect(await browser.storage.session.get(null)).toEqual({});
  });
});

test('revoking access removes the probe and the choice', async () => {
  browser.permissions.grant(NEWS);
  await askPermission(WISH, inPage(), keeper);
  browser.permissions.revoke(NEWS);
  await vi.waitFor(async () => expect(await registered()).toEqual([]));
  expect(await browser.storage.local.get(null)).toEqual({});
});

test('revoking access to all sites does so, too, but not for a site with access of its own', async () => {
  const all = '*://*/*';
  const other = inPage({ url: 'https://other.example/' });
  browser.permissions.grant(all);
  browser.permissions.grant(NEWS);
  await askPermission(WISH, inPage(), keeper);
  await askPermission({ kind: 'always-open', origins: ['*://other.example/*'] }, other, keeper);
  expect(await registered()).toHaveLength(2);
  browser.permissions.revoke(all);
  await vi.waitFor(async () => expect(await registered()).toEqual([[NEWS, '/probe.js']]));
  expect(await browser.storage.local.get(null)).toEqual({ 'site.news.example/alwaysOpen': true });
});

test('a site that is no longer always opened has no probe on its pages', async () => {
  browser.permissions.grant(NEWS);
  await askPermission(WISH, inPage(), keeper);
  expect(await registered()).toEqual([[NEWS, '/probe.js']]);
  await changeSiteSettings('news.example', { alwaysOpen: false });
  await vi.waitFor(async () => expect(await registered()).toEqual([]));
});

test('probes that the browser forgot at an update are registered again, for sites that may be reached', async () => {
  browser.permissions.grant(NEWS);
  const chosen = { alwaysOpen: true, style: null, block: null };
  await browser.storage.local.set({ 'site.news.example': chosen, 'site.other.example': chosen });
  await registerProbes();
  expect(await registered()).toEqual([[NEWS, '/probe.js']]);
  await registerProbes();
  expect(await registered()).toHaveLength(1);
});

test('access to a site, and a style or a block of its own, do not make it open by itself', async () => {
  browser.permissions.grant(NEWS);
  await changeSiteSettings('news.example', { block: '#story' });
  await registerProbes();
  expect(await registered()).toEqual([]);
});

test('access to all sites for fetching begins a run, which nothing has paused', async () => {
  const before = Date.now();
  browser.permissions.grant('*://*/*');
  expect(await askPermission({ kind: 'fetch-articles', origins: ['*://*/*'] }, inPage(), keeper)).toBe(true);
  const run = await readFetchRun();
  expect(run?.paused).toBe(false);
  expect(run?.startedAt).toBeGreaterThanOrEqual(before);
});
