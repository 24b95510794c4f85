import { beforeEach, describe, expect, type Mock, test, vi } from 'vitest';
import type { PictureKeeper } from '../../../src/background/pictures/picture-keeper.ts';
import type { ReadingPosition } from '../../../src/model/reading-position.ts';
import { fakeBrowser, fakeTab } from '../fakes/fake-browser.ts';
import { fakeLibrary } from '../fakes/fake-library.ts';
import { inPage, page } from '../fakes/message-senders.ts';
import { sampleArticle, sampleMetadata } from '../fakes/sample-article.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../src/platform/browser.ts', () => api);
// No person asks as quickly as these tests.
vi.mock('../../../src/background/is-repeat.ts', () => ({ isRepeat: () => false }));
vi.mock('../../../src/platform/injected-scripts.ts', () => ({
  EXTRACT_SCRIPT: '/extract.js',
  READ_NOW_SCRIPT: '/read-now.js',
  PICTURES_SCRIPT: '/pictures.js',
  SANITISE_SCRIPT: '/sanitise.js',
  OVERLAY_SCRIPT: '/overlay.js',
  SAVE_NOTICE_SCRIPT: '/notice.js',
  WATCH_ADDRESS_SCRIPT: '/watch.js',
  PART_SCRIPTS: {
    code: '/code-part.js',
    formulas: '/formulas-part.js',
    copying: '/copying-part.js',
    han: '/han-part.js',
    speech: '/speech-part.js',
  },
  PROBE_SCRIPT: '/probe.js',
}));

const { rememberAsked } = await import('../../../src/background/save-link.ts');
const { messageHandlers } = await import('../../../src/background/message-handlers.ts');

const article = sampleArticle();
const position: ReadingPosition = { block: 3, offset: 0.5, quote: 'The lamps', progress: 0.4, at: 1 };
let browser: ReturnType<typeof fakeBrowser>;
let library: ReturnType<typeof fakeLibrary>;
let keeper: Record<keyof PictureKeeper, Mock>;
let handlers: ReturnType<typeof messageHandlers>;

beforeEach(() => {
  browser = fakeBrowser();
  api.browser = browser;
  library = fakeLibrary();
  keeper = {
    begin: vi.fn(async () => undefined),
    report: vi.fn(async () => undefined),
    takeOver: vi.fn(async () => undefined),
    resume: vi.fn(async () => undefined),
    retryRefused: vi.fn(async () => []),
  };
  handlers = messageHandlers(library, keeper);
});

/** What functions and files injected into the page give, by a word of their code or names. */
function answerInPage(answers: Record<string, unknown>): void {
  browser.scripting.executeScript.mockImplementation(async (injection) => {
    const { func, files } = injection as { func?: unknown; files?: string[] };
    const code = `${func} ${files}`;
    const found = Object.entries(answers).find(([word]) => code.includes(word));
    return [{ result: found?.[1] ?? null }];
  });
}

describe('article.save', () => {
  test('keeps an article of the page that is in the tab, whatever its fragment and tracking parameters are', async () => {
    const sender = inPage({ url: `${article.url}?utm_source=feed#part-2` });
    await handlers['article.save']({ article }, sender);
    expect(library.save).toHaveBeenCalledWith({ article, aliases: [] });
  });

  test('refuses an article that was read at another address than the tab shows now', async () => {
    const moved = inPage({ url: 'https://news.example/2026/another' });
    await expect(handlers['article.save']({ article }, moved)).rejects.toMatchObject({ code: 'page-moved' });
    browser.fakeTabs.set(7, fakeTab({ url: 'https://news.example/2026/another' }));
    await expect(handlers['article.save']({ article, tabId: 7 }, page)).rejects.toMatchObject({ code: 'page-moved' });
    expect(library.save).not.toHaveBeenCalled();
  });

  test("refuses when the tab's address is unknown, or the tab was closed or is not given", async () => {
    browser.fakeTabs.set(7, fakeTab({ url: '' }));
    await expect(handlers['article.save']({ article, tabId: 7 }, page)).rejects.toMatchObject({ code: 'page-moved' });
    await expect(handlers['article.save']({ article, tabId: 8 }, page)).rejects.toMatchObject({ code: 'tab-gone' });
    await expect(handlers['article.save']({ article }, page)).rejects.toMatchObject({ code: 'bad-message' });
  });

  test('a content script speaks for its own tab only', async () => {
    browser.fakeTabs.set(8, fakeTab({ id: 8, url: 'https://bank.example/' }));
    const forged = { article: sampleArticle({ url: 'https://bank.example/' }), tabId: 8 };
    await expect(handlers['article.save'](forged, inPage())).rejects.toMatchObject({ code: 'page-moved' });
  });

  test('from a private tab keeps nothing without consent', async () => {
    const hidden = inPage({ isPrivate: true });
    await expect(handlers['article.save']({ article }, hidden)).rejects.toMatchObject({ code: 'needs-consent' });
    browser.fakeTabs.set(7, fakeTab({ incognito: true }));
    await expect(handlers['article.save']({ article, tabId: 7 }, page)).rejects.toMatchObject({
      code: 'needs-consent',
    });
    expect(library.save).not.toHaveBeenCalled();
    await handlers['article.save']({ article, consent: true }, hidden);
    expect(library.save).toHaveBeenCalledOnce();
  });

  test('marks the icon on that tab', async () => {
    await handlers['article.save']({ article }, inPage());
    await vi.waitFor(() => expect(browser.action.setIcon).toHaveBeenCalled());
    const [details] = browser.action.setIcon.mock.calls[0] ?? [];
    expect(details).toMatchObject({ tabId: 7, path: { 16: '/icons/icon-saved-16.png' } });
  });
});

describe('a saved link', () => {
  const link = sampleMetadata({ id: 'l1', kind: 'link', url: 'https://short.example/x' });

  beforeEach(async () => {
    library.metadata.mockResolvedValue([link]);
    await handlers['tab.open-link']({ id: 'l1' }, page);
    browser.fakeTabs.set(99, fakeTab({ id: 99 }));
  });

  test('becomes an alias of the page it redirects to', async () => {
    answerInPage({ 'history.length': 1 });
    await handlers['article.save']({ article, tabId: 99 }, page);
    expect(browser.tabs.create).toHaveBeenCalledWith({ url: link.url });
    expect(library.save).toHaveBeenCalledWith({ article, aliases: [link.url] });
  });

  test('does not become an alias of a page that the user went on to', async () => {
    answerInPage({ 'history.length': 2 });
    await handlers['article.save']({ article, tabId: 99 }, page);
    expect(library.save).toHaveBeenCalledWith({ article, aliases: [] });
  });

  test('becomes an article when Recto is called on its page', async () => {
    const read = sampleArticle({ text: 'The lamps were lit before the boats came in. '.repeat(7) });
    answerInPage({ 'history.length': 1, rectoExtract: { ok: true, article: read } });
    const kept = sampleMetadata();
    const found = () => (library.save.mock.calls.length > 0 ? kept : null);
    library.find.mockImplementation(async (url) => (url === link.url ? link : found()));
    expect(await handlers['page.saved']({ tabId: 99 }, page)).toEqual(kept);
    expect(library.save).toHaveBeenCalledWith({ article: read, aliases: [link.url], unasked: true });
  });

  test('stays a link when its page is no article, and in a private window', async () => {
    library.find.mockResolvedValue(link);
    answerInPage({ rectoExtract: { ok: false, error: { code: 'not-an-article', message: '' } } });
    expect(await handlers['page.saved']({ tabId: 99 }, page)).toEqual(link);
    answerInPage({ rectoExtract: { ok: true, article } });
    browser.fakeTabs.set(99, fakeTab({ id: 99, incognito: true }));
    expect(await handlers['page.saved']({ tabId: 99 }, page)).toEqual(link);
    expect(library.save).not.toHaveBeenCalled();
  });
});

describe('link.save', () => {
  const link = { url: 'https://news.example/other', title: 'Other' };

  test('from a content script saves only its own page or the link that the menu asked about last', async () => {
    await expect(handlers['link.save'](link, inPage())).rejects.toMatchObject({ code: 'bad-message' });
    await handlers['link.save']({ ...link, url: article.url }, inPage());
    await rememberAsked(7, link.url);
    await handlers['link.save'](link, inPage());
    // The answer did not come, and the page asks again.
    await handlers['link.save'](link, inPage());
    await rememberAsked(7, 'https://news.example/third');
    await expect(handlers['link.save'](link, inPage())).rejects.toMatchObject({ code: 'bad-message' });
    expect(library.saveLink).toHaveBeenCalledTimes(3);
  });

  test('needs consent where the tab is private', async () => {
    browser.fakeTabs.set(7, fakeTab({ incognito: true }));
    await expect(handlers['link.save']({ ...link, tabId: 7 }, page)).rejects.toMatchObject({ code: 'needs-consent' });
    await handlers['link.save']({ ...link, tabId: 7, consent: true }, page);
    expect(library.saveLink).toHaveBeenCalledOnce();
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'chrome://settings'])('refuses %s', async (url) => {
    await expect(handlers['link.save']({ url, title: 'x' }, page)).rejects.toMatchObject({ code: 'bad-message' });
  });
});

test('a page learns nothing about the library but whether it is saved itself', async () => {
  library.metadata.mockResolvedValue([sampleMetadata({ url: 'https://bank.example/' })]);
  await expect(handlers['article.receipt']({ id: 'a1' }, inPage())).rejects.toMatchObject({ code: 'bad-message' });
  library.metadata.mockResolvedValue([sampleMetadata({ url: article.url })]);
  await handlers['article.receipt']({ id: 'a1' }, inPage());
  expect(library.pictureReceipt).toHaveBeenCalledOnce();
});

test('a page cannot have links or pictures of other articles fetched, although the access is there', async () => {
  browser.permissions.grant('*://*/*');
  const ask = handlers['tab.ask-permission'];
  const origins = ['*://*/*'];
  for (const wish of [
    { kind: 'fetch-articles', origins } as const,
    { kind: 'keep-pictures', origins, articleId: 'of-another-page' } as const,
  ]) {
    await expect(ask({ wish }, inPage())).rejects.toMatchObject({ code: 'bad-message' });
  }
  expect(await browser.storage.local.get(null)).toEqual({});
  expect(keeper.retryRefused).not.toHaveBeenCalled();
  expect(await ask({ wish: { kind: 'fetch-articles', origins } }, page)).toBe(true);
});

test('a private window leaves no position, neither in the library nor in the session', async () => {
  const hidden = inPage({ isPrivate: true });
  await handlers['article.position']({ id: 'a1', position }, hidden);
  await handlers['article.opened']({ id: 'a1' }, hidden);
  expect(await handlers['article.hide']({ id: 'a1', changes: [] }, hidden)).toBeNull();
  await handlers['page.keep-position']({ url: article.url, position }, hidden);
  expect(library.keepPosition).not.toHaveBeenCalled();
  expect(library.markOpened).not.toHaveBeenCalled();
  expect(library.keepHidden).not.toHaveBeenCalled();
  expect(await browser.storage.session.get(null)).toEqual({});
});

test('neither calling Recto in a private tab nor saving its page leaves a trace of its address, and its mark stays right', async () => {
  browser.fakeTabs.set(7, fakeTab({ incognito: true }));
  library.find.mockResolvedValue(sampleMetadata());
  await handlers['page.saved']({ tabId: 7 }, page);
  await handlers['article.save']({ article, consent: true }, inPage({ isPrivate: true }));
  await vi.waitFor(async () => expect(await browser.storage.session.get(null)).toMatchObject({ 'called.7': '' }));
  const remembered = await browser.storage.session.get(null);
  expect(remembered).toMatchObject({ 'kept-from-private.7': { articleId: 'a1' } });
  expect(JSON.stringify(remembered)).not.toContain('news.example');
  library.find.mockResolvedValue(null);
  await handlers['article.undo-save']({ id: 'a1', savedAt: 1 }, inPage({ isPrivate: true }));
  await vi.waitFor(() => expect(browser.action.setIcon.mock.lastCall?.[0].path[16]).toBe('/icons/icon-16.png'));
});

test('an article saved from a private window is reported as saved, also when the session has no room to remember it', async () => {
  vi.spyOn(browser.storage.session, 'set').mockRejectedValue(new Error('QUOTA_BYTES exceeded'));
  const saved = handlers['article.save']({ article, consent: true }, inPage({ isPrivate: true }));
  await expect(saved).resolves.toMatchObject({ id: 'a1' });
});

test('the session remembers the positions in the last few hundred pages only', async () => {
  for (let number = 0; number < 320; number += 1) {
    const url = `https://news.example/${number}`;
    await handlers['page.keep-position']({ url, position: { ...position, at: number } }, inPage({ url }));
  }
  expect(Object.keys(await browser.storage.session.get(null))).toHaveLength(300);
  const placeIn = (number: number) => handlers['page.position']({}, inPage({ url: `https://news.example/${number}` }));
  expect(await placeIn(319)).toMatchObject({ at: 319 });
  expect(await placeIn(20)).toMatchObject({ at: 20 });
  expect(await placeIn(19)).toBeNull();
});

test('the position in an unsaved page is found again under its address, and only there', async () => {
  await handlers['page.keep-position']({ url: article.url, position }, inPage({ url: `${article.url}#top` }));
  expect(await handlers['page.position']({}, inPage())).toEqual(position);
  expect(await handlers['page.position']({}, inPage({ url: 'https://news.example/other' }))).toBeNull();
  // What was read in a normal window is no business of a private one.
  expect(await handlers['page.position']({}, inPage({ isPrivate: true }))).toBeNull();
});

test('the position in a page that the tab has left is not kept for the page it shows now', async () => {
  browser.fakeTabs.set(7, fakeTab({ url: 'https://news.example/other' }));
  await handlers['page.keep-position']({ url: article.url, position }, inPage({ url: 'https://news.example/other' }));
  await handlers['page.keep-position']({ tabId: 7, url: article.url, position }, page);
  expect(await browser.storage.session.get(null)).toEqual({});
});

test('the mark disappears when the article is deleted and comes back when it is restored', async () => {
  const lastIcon = () => browser.action.setIcon.mock.lastCall?.[0].path[16];
  library.find.mockResolvedValue(sampleMetadata());
  await handlers['page.saved']({ tabId: 7 }, page);
  await vi.waitFor(() => expect(lastIcon()).toBe('/icons/icon-saved-16.png'));
  library.find.mockResolvedValue(null);
  await handlers['article.move']({ ids: ['a1'], place: 'deleted' }, page);
  await vi.waitFor(() => expect(lastIcon()).toBe('/icons/icon-16.png'));
  library.find.mockResolvedValue(sampleMetadata());
  await handlers['article.restore']({ ids: ['a1'] }, page);
  await vi.waitFor(() => expect(lastIcon()).toBe('/icons/icon-saved-16.png'));
});

test('page.load-part puts the script of the part into the page that asks, and into no other', async () => {
  await handlers['page.load-part']({ part: 'code' }, inPage());
  expect(browser.scripting.executeScript).toHaveBeenCalledWith({ target: { tabId: 7 }, files: ['/code-part.js'] });
  await expect(handlers['page.load-part']({ part: 'code' }, page)).rejects.toMatchObject({ code: 'bad-message' });
});

test('page.load-part injects the sanitiser only where it is missing', async () => {
  await handlers['page.load-part']({ part: 'code', withSanitiser: true }, inPage());
  await handlers['page.load-part']({ part: 'code' }, inPage());
  const { executeScript } = browser.scripting;
  expect(executeScript).toHaveBeenNthCalledWith(1, { target: { tabId: 7 }, files: ['/sanitise.js', '/code-part.js'] });
  expect(executeScript).toHaveBeenNthCalledWith(2, { target: { tabId: 7 }, files: ['/code-part.js'] });
});

test('making room opens the settings that show the size of the list, also in a library that is already open', async () => {
  const room = 'chrome-extension://recto/src/library/library.html#settings/backup';
  await handlers['tab.open-list']({ makeRoom: true }, inPage());
  expect(browser.tabs.create).toHaveBeenCalledWith({ url: room, windowId: 1 });
  browser.tabs.query.mockResolvedValue([fakeTab({ id: 5 })]);
  await handlers['tab.open-list']({ makeRoom: true }, inPage());
  expect(browser.tabs.update).toHaveBeenCalledWith(5, { active: true, url: room });
});
