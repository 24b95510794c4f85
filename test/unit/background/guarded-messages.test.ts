import { beforeEach, expect, test, vi } from 'vitest';
import type { Highlight } from '../../../src/model/highlights/highlight.ts';
import { fakeBrowser, fakeTab } from '../fakes/fake-browser.ts';
import { fakeLibrary } from '../fakes/fake-library.ts';
import { inPage, page } from '../fakes/message-senders.ts';
import { sampleArticle, sampleMetadata } from '../fakes/sample-article.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../src/platform/browser.ts', () => api);
// No person asks as quickly as these tests.
vi.mock('../../../src/background/is-repeat.ts', () => ({ isRepeat: () => false }));
vi.mock('../../../src/platform/injected-scripts.ts', () => ({
  WATCH_ADDRESS_SCRIPT: '/watch.js',
  LIVE_HIGHLIGHTS_SCRIPT: '/live-highlights.js',
}));

const { rememberConsent } = await import('../../../src/background/private-consent.ts');
const { messageHandlers } = await import('../../../src/background/message-handlers.ts');
const { rememberOpened } = await import('../../../src/background/opened-links.ts');

const article = sampleArticle();
const marked: Highlight = {
  ...{ id: 'h1', articleId: 'a1', exact: 'lamps', prefix: '', suffix: '', start: 4, end: 9, colour: 'yellow' },
  ...{ note: 'ask Maren', createdAt: 1, changedAt: 1 },
};
const keeper = {
  begin: vi.fn(async (_articleId: string, _tabId: number) => undefined),
  report: vi.fn(async () => undefined),
  takeOver: vi.fn(async () => undefined),
  resume: vi.fn(async () => undefined),
  retryRefused: vi.fn(async () => ['*://pictures.example/*']),
};
let browser: ReturnType<typeof fakeBrowser>;
let library: ReturnType<typeof fakeLibrary>;
let handlers: ReturnType<typeof messageHandlers>;

beforeEach(() => {
  browser = fakeBrowser();
  api.browser = browser;
  library = fakeLibrary();
  library.highlights.mockResolvedValue([marked]);
  vi.clearAllMocks();
  handlers = messageHandlers(library, keeper);
});

/** Calls Recto on the page of tab 7 and lets what nobody waits for be done. */
async function call(): Promise<void> {
  await handlers['page.saved']({ tabId: 7 }, page);
  await new Promise(setImmediate);
}

/** What each page was given to show of highlights. */
const painted = () =>
  browser.scripting.executeScript.mock.calls
    .map(([injection]) => (injection as { args?: unknown[] }).args)
    .filter((args) => args !== undefined);

test('hiding blocks answers with the time of the stored list, and succeeds also where that cannot be read', async () => {
  library.metadata.mockResolvedValue([sampleMetadata({ hidden: { at: 7, blocks: [] } })]);
  expect(await handlers['article.hide']({ id: 'a1', changes: [] }, page)).toBe(7);
  library.metadata.mockRejectedValue(new Error('unreadable'));
  expect(await handlers['article.hide']({ id: 'a1', changes: [] }, page)).toBeNull();
  expect(library.keepHidden).toHaveBeenCalledTimes(2);
});

test('full view learns nothing about saved pages other than the one it was read from', async () => {
  library.find.mockResolvedValue(sampleMetadata());
  expect(await handlers['page.saved']({ url: article.url }, inPage())).toEqual(sampleMetadata());
  const elsewhere = handlers['page.saved']({ url: 'https://news.example/2026/another' }, inPage());
  await expect(elsewhere).rejects.toMatchObject({ code: 'page-moved' });
});

test('a page that the tab has left learns nothing about the page that is there now', async () => {
  library.find.mockResolvedValue(sampleMetadata());
  const left = inPage({ url: 'https://left.example/' });
  await expect(handlers['page.saved']({ url: article.url }, left)).rejects.toMatchObject({ code: 'page-moved' });
  await expect(handlers['page.saved']({}, left)).rejects.toMatchObject({ code: 'page-moved' });
  expect(library.find).not.toHaveBeenCalled();
});

test('a page can neither change nor read nor request anything of an article that is not its own', async () => {
  library.metadata.mockImplementation(async (ids) =>
    ids.map((id) => sampleMetadata({ id, url: id === 'a1' ? article.url : 'https://bank.example/' })),
  );
  for (const ask of [
    (id: string) => handlers['article.hide']({ id, changes: [] }, inPage()),
    (id: string) => handlers['highlight.list']({ articleId: id }, inPage()),
    (id: string) => handlers['article.keep-pictures']({ id }, inPage()),
  ]) {
    await expect(ask('of-the-bank')).rejects.toMatchObject({ code: 'bad-message' });
    await expect(ask('a1')).resolves.not.toThrow();
  }
  expect(library.keepHidden.mock.calls).toEqual([['a1', []]]);
  expect(library.highlights.mock.calls).toEqual([['a1']]);
  expect(keeper.retryRefused.mock.calls).toEqual([['a1', null]]);
});

test("a web page gets its highlights without notes, and Recto's own page with them", async () => {
  expect(await handlers['highlight.list']({ articleId: 'a1' }, inPage())).toEqual([{ ...marked, note: '' }]);
  expect(await handlers['highlight.list']({ articleId: 'a1' }, page)).toEqual([marked]);
});

test('the permission page is opened for the sites of pictures that need access', async () => {
  await handlers['article.keep-pictures']({ id: 'a1' }, inPage());
  const wish = { kind: 'keep-pictures', origins: ['*://pictures.example/*'], articleId: 'a1' };
  expect(Object.values(await browser.storage.session.get(null))).toEqual([wish]);
  expect(browser.tabs.create).toHaveBeenCalledOnce();
  // Which were asked for by themselves is known when access comes.
  const urls = ['https://pictures.example/older.png'];
  await handlers['article.keep-pictures']({ id: 'a1', urls }, page);
  expect(Object.values(await browser.storage.session.get(null))).toEqual([wish, { ...wish, urls }]);
});

test('highlights without notes are shown over a saved page on which Recto was called, and removed with the last one', async () => {
  library.find.mockResolvedValue(sampleMetadata());
  await call();
  const { note, id, articleId, createdAt, changedAt, ...shown } = marked;
  await vi.waitFor(() => expect(painted()).toEqual([[[shown]]]));
  library.highlights.mockResolvedValue([]);
  await call();
  await vi.waitFor(() => expect(painted()).toEqual([[[shown]], [[]]]));
  await call();
  expect(painted()).toHaveLength(2);
});

test('the highlights of a deleted article are removed from its page', async () => {
  library.find.mockResolvedValue(sampleMetadata());
  await call();
  await vi.waitFor(() => expect(painted()).toHaveLength(1));
  library.find.mockResolvedValue(null);
  await handlers['article.move']({ ids: ['a1'], place: 'deleted' }, page);
  await vi.waitFor(() => expect(painted().at(-1)).toEqual([[]]));
});

test('a page on which Recto was not called shows no highlights', async () => {
  library.find.mockResolvedValue(sampleMetadata());
  await handlers['page.moved']({}, inPage());
  await new Promise(setImmediate);
  expect(painted()).toEqual([]);
});

test('after two quick changes the page shows the later one', async () => {
  library.find.mockResolvedValue(sampleMetadata());
  const waiting: (() => void)[] = [];
  browser.scripting.executeScript.mockImplementation(
    () => new Promise((resolve) => waiting.push(() => resolve([{ result: null }]))),
  );
  void handlers['page.saved']({ tabId: 7 }, page);
  await vi.waitFor(() => expect(library.highlights).toHaveBeenCalledTimes(1));
  library.highlights.mockResolvedValue([{ ...marked, colour: 'green' }]);
  void handlers['page.saved']({ tabId: 7 }, page);
  await vi.waitFor(() => expect(library.highlights).toHaveBeenCalledTimes(2));
  // The page answers what came last first.
  await vi.waitFor(() => {
    waiting.pop()?.();
    expect(painted()).toHaveLength(2);
  });
  expect(painted()).toMatchObject([[[{ colour: 'yellow' }]], [[{ colour: 'green' }]]]);
});

test('the icon of a page that is only saved as a link has no mark', async () => {
  library.find.mockResolvedValue(sampleMetadata({ kind: 'link' }));
  await handlers['page.moved']({}, inPage());
  expect(browser.action.setIcon.mock.lastCall?.[0].path[16]).toBe('/icons/icon-16.png');
  library.find.mockResolvedValue(sampleMetadata());
  await handlers['page.moved']({}, inPage());
  expect(browser.action.setIcon.mock.lastCall?.[0].path[16]).toBe('/icons/icon-saved-16.png');
});

test('the page of an article with pictures that still wait is asked for them', async () => {
  const pictures = { total: 3, kept: 1, pending: 0, refused: 2, bytes: 9 };
  library.find.mockResolvedValue(sampleMetadata({ pictures }));
  await call();
  expect(keeper.begin).not.toHaveBeenCalled();
  library.find.mockResolvedValue(sampleMetadata({ pictures: { ...pictures, pending: 2 } }));
  await call();
  expect(keeper.begin.mock.calls).toEqual([['a1', 7]]);
});

test('a page in a private window is not asked for pictures, unless the user agreed to save that article from that tab', async () => {
  browser.fakeTabs.set(7, fakeTab({ incognito: true }));
  const pictures = { total: 3, kept: 1, pending: 2, refused: 0, bytes: 9 };
  library.find.mockResolvedValue(sampleMetadata({ pictures }));
  await call();
  expect(keeper.begin).not.toHaveBeenCalled();
  await rememberConsent({ tabId: 7, url: article.url, isPrivate: true }, 'another');
  await call();
  expect(keeper.begin).not.toHaveBeenCalled();
  await rememberConsent({ tabId: 7, url: article.url, isPrivate: true }, 'a1');
  await call();
  expect(keeper.begin.mock.calls).toEqual([['a1', 7]]);
});

test('opening the page of an article from the list notes that its text is lost, and opening that of a link does not', async () => {
  library.noteLostText.mockRejectedValue(new Error('The database does not open.'));
  await handlers['tab.open-link']({ id: 'a1' }, page);
  expect(library.noteLostText.mock.calls).toEqual([['a1']]);
  library.metadata.mockResolvedValue([sampleMetadata({ kind: 'link' })]);
  await handlers['tab.open-link']({ id: 'a1' }, page);
  expect(library.noteLostText).toHaveBeenCalledOnce();
  expect(browser.tabs.create).toHaveBeenCalledTimes(2);
});

test('a private window is shown no highlights, and the link that led to its page stays a link', async () => {
  browser.fakeTabs.set(7, fakeTab({ incognito: true }));
  await rememberOpened(7, 'https://short.example/x');
  browser.scripting.executeScript.mockResolvedValue([{ frameId: 0, result: 1 }]);
  library.find.mockResolvedValue(sampleMetadata());
  await call();
  expect(painted()).toEqual([]);
  expect(library.joinKept).not.toHaveBeenCalled();
});

test('what is read outside private windows is remembered', async () => {
  const position = { block: 3, offset: 0.5, quote: 'The lamps', progress: 0.4, at: 5 };
  await handlers['article.opened']({ id: 'a1' }, inPage());
  await handlers['article.position']({ id: 'a1', position }, inPage());
  expect(library.markOpened.mock.calls).toEqual([['a1']]);
  expect(library.keepPosition.mock.calls).toEqual([['a1', position]]);
});

test.each(['article.save', 'article.update'] as const)('%s has the page asked for its pictures', async (name) => {
  await handlers[name]({ article }, inPage());
  expect(keeper.begin.mock.calls).toEqual([['a1', 7]]);
});

test('the page of a private window is kept as a link only with consent', async () => {
  const hidden = inPage({ isPrivate: true });
  const link = { url: article.url, title: article.title };
  await expect(handlers['link.save'](link, hidden)).rejects.toMatchObject({ code: 'needs-consent' });
  expect(library.saveLink).not.toHaveBeenCalled();
  await handlers['link.save']({ ...link, consent: true }, hidden);
  expect(library.saveLink).toHaveBeenCalledOnce();
});

test.each([
  ['is closed', () => browser.fakeTabs.delete(7)],
  ['goes where Recto was not called', () => browser.fakeTabs.set(7, fakeTab({ url: '', incognito: true }))],
])('a private tab that %s is forgotten, with what was kept from it', async (_how, leave) => {
  browser.fakeTabs.set(7, fakeTab({ incognito: true }));
  await handlers['article.save']({ article, consent: true }, inPage({ isPrivate: true }));
  await vi.waitFor(async () =>
    expect(Object.keys(await browser.storage.session.get(null)).sort()).toEqual(['called.7', 'kept-from-private.7']),
  );
  leave();
  await handlers['article.move']({ ids: ['a2'], place: 'archive' }, page);
  await vi.waitFor(async () => expect(await browser.storage.session.get(null)).toEqual({}));
});

test('an article is saved with the position in which its page was left in this session', async () => {
  const position = { block: 3, offset: 0.5, quote: 'The lamps', progress: 0.4, at: 5 };
  await handlers['page.keep-position']({ url: article.url, position }, inPage());
  await handlers['article.save']({ article }, inPage());
  expect(library.save.mock.calls).toEqual([[{ article, aliases: [], position }]]);
});

test('a position reported while the page is being saved, or before the popup knows that it is, is stored with the article', async () => {
  const place = (at: number) => ({ block: at, offset: 0, quote: 'The lamps', progress: 0.4, at });
  const scrollTo = (at: number) =>
    handlers['page.keep-position']({ tabId: 7, url: article.url, position: place(at) }, page);
  browser.fakeTabs.set(7, fakeTab({ url: article.url }));
  await scrollTo(5);
  expect(library.keepPosition).not.toHaveBeenCalled();
  library.save.mockImplementationOnce(async () => {
    await scrollTo(6);
    return { id: 'a1', savedAt: 1, existed: false };
  });
  await handlers['article.save']({ article, tabId: 7 }, page);
  await vi.waitFor(() => expect(library.keepPosition.mock.calls).toEqual([['a1', place(6)]]));
  library.find.mockResolvedValue(sampleMetadata({ id: 'a1' }));
  await scrollTo(7);
  expect(library.keepPosition.mock.calls).toEqual([
    ['a1', place(6)],
    ['a1', place(7)],
  ]);
  library.find.mockResolvedValue(sampleMetadata({ id: 'a1', place: 'deleted' }));
  await scrollTo(8);
  expect(library.keepPosition).toHaveBeenCalledTimes(2);
});

test('an article whose position cannot be read is saved all the same', async () => {
  vi.spyOn(browser.storage.session, 'get').mockImplementation(async (key) => {
    if (`${key}`.startsWith('position.')) throw new Error('gone');
    return {};
  });
  await handlers['article.save']({ article }, inPage());
  expect(library.save.mock.calls).toEqual([[{ article, aliases: [] }]]);
});
