import { expect, test, vi } from 'vitest';
import { noteCalled } from '../../../src/background/note-called.ts';
import { addressesBefore, rememberOpened } from '../../../src/background/opened-links.ts';
import type { Article } from '../../../src/model/article.ts';
import { RectoError } from '../../../src/model/errors/recto-error.ts';
import type { ExtractionOutcome, ReadOptions } from '../../../src/model/extraction-outcome.ts';
import type { SavedMetadata } from '../../../src/model/saved-article.ts';
import { remember } from '../../../src/platform/session-memory.ts';
import { type FakeTab, fakeBrowser, fakeTab } from '../fakes/fake-browser.ts';
import { fakeLibrary } from '../fakes/fake-library.ts';
import { sampleArticle, sampleMetadata } from '../fakes/sample-article.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown, readAnew: vi.fn() }));
vi.mock('../../../src/platform/browser.ts', () => api);
vi.mock('../../../src/platform/read-page.ts', () => ({ readAnew: api.readAnew }));
const marks = vi.hoisted(() => ({
  rememberCall: vi.fn(async () => undefined),
  showKept: vi.fn(async () => undefined),
}));
vi.mock('../../../src/background/saved-marks.ts', () => ({ beginLook: () => () => true, ...marks }));

const LONG = 'The lamps were lit along the harbour before the boats came in. '.repeat(5);
const plain = sampleArticle({ title: 'All of it', text: LONG });
const picked = sampleArticle({ title: 'What was picked' });

/** Calls Recto on the page of a saved link, on whose site a block was picked; gives the title of what is kept. */
async function textOf(withBlock: ExtractionOutcome): Promise<string | undefined> {
  const browser = fakeBrowser();
  api.browser = browser;
  await browser.storage.local.set({ 'site.news.example': { block: 'div.story' } });
  browser.fakeTabs.set(7, fakeTab());
  api.readAnew.mockImplementation(async (_tab: number, { block }: ReadOptions = {}) =>
    block === 'div.story' ? withBlock : { ok: true, article: plain },
  );
  const library = fakeLibrary();
  library.find.mockResolvedValue(sampleMetadata({ kind: 'link' }));
  await noteCalled(7, library);
  return library.save.mock.lastCall?.[0].article.title;
}

test('a saved link gets the text that was picked for its site', async () => {
  expect(await textOf({ ok: true, article: picked })).toBe(picked.title);
});

test('a page of the site without such a block is saved as Recto reads it', async () => {
  expect(await textOf({ ok: false, error: { code: 'not-an-article', message: '' } })).toBe(plain.title);
});

test('a saved link does not get the text of another page, to which the person has gone on before its own could be read', async () => {
  const another = sampleArticle({ url: 'https://news.example/2026/another' });
  expect(await textOf({ ok: true, article: another })).toBeUndefined();
});

test.each([
  ['is the only page of the tab', 1, [['m1', ['https://short.example/x']]]],
  ['is one that the person went on to', 2, []],
])('a link whose page %s is joined with the saved article of that page', async (_which, entries, joined) => {
  const browser = fakeBrowser();
  api.browser = browser;
  browser.fakeTabs.set(7, fakeTab());
  await rememberOpened(7, 'https://short.example/x');
  browser.scripting.executeScript.mockResolvedValue([{ frameId: 0, result: entries }]);
  const library = fakeLibrary();
  library.find.mockResolvedValue(sampleMetadata({ id: 'm1' }));
  library.open.mockResolvedValue({ metadata: article, article: plain });
  await noteCalled(7, library);
  // Asked once more: by then the first question has been answered.
  await addressesBefore(7);
  expect(library.joinKept.mock.calls).toEqual(joined);
});

test.each([
  ['with what tells how the reader came there', '?utm_source=letter#end', 'm1'],
  ['with another query', '?page=2', 'page-moved'],
])(
  'asked about the page that was read, a tab at its address %s answers for that page alone',
  async (_which, added, told) => {
    const browser = fakeBrowser();
    api.browser = browser;
    browser.fakeTabs.set(7, fakeTab({ url: plain.url + added }));
    const library = fakeLibrary();
    library.find.mockResolvedValue(sampleMetadata({ id: 'm1' }));
    const answer = noteCalled(7, library, plain.url);
    expect(
      await answer.then(
        (kept) => kept?.id,
        ({ code }) => code,
      ),
    ).toBe(told);
    expect(library.find).toHaveBeenCalledTimes(told === 'm1' ? 1 : 0);
  },
);

const SHORT = 'https://short.example/x';
const link = sampleMetadata({ id: 'm1', kind: 'link', url: SHORT });
const article = sampleMetadata({ id: 'm1' });

/** Calls Recto on the first page of a tab that it has opened for a saved link; gives what is told, and the library. */
async function callBehindLink(
  kept: Record<string, SavedMetadata | undefined>,
  tab: Partial<FakeTab> = {},
  refusal: RectoError | null = null,
) {
  const browser = fakeBrowser();
  api.browser = browser;
  browser.fakeTabs.set(7, fakeTab(tab));
  browser.scripting.executeScript.mockResolvedValue([{ frameId: 0, result: 1 }]);
  await rememberOpened(7, SHORT);
  const library = fakeLibrary();
  library.find.mockImplementation(async (address) => kept[address] ?? null);
  // From then on the page's own address leads to it.
  library.save.mockImplementation(async () => {
    if (refusal) throw refusal;
    kept[plain.url] = article;
    return { id: 'm1', savedAt: 1, existed: true };
  });
  marks.showKept.mockClear();
  const told = await noteCalled(7, library);
  await addressesBefore(7);
  return { told, library };
}

/** Calls Recto on the page of a saved article, in a tab that was opened for a link; gives the library. */
async function callBehindArticle(page: Article, metadata = article) {
  const browser = fakeBrowser();
  api.browser = browser;
  browser.fakeTabs.set(7, fakeTab({ url: page.url }));
  browser.scripting.executeScript.mockResolvedValue([{ frameId: 0, result: 1 }]);
  await rememberOpened(7, SHORT);
  const library = fakeLibrary();
  library.find.mockResolvedValue(metadata);
  library.open.mockResolvedValue({ metadata, article: page });
  await noteCalled(7, library);
  await addressesBefore(7);
  return library;
}

test('a link that redirects gets the text of the page it leads to, and keeps its own address', async () => {
  api.readAnew.mockResolvedValue({ ok: true, article: plain });
  const { told, library } = await callBehindLink({ [SHORT]: link });
  expect(library.save.mock.calls).toEqual([[{ article: plain, aliases: [SHORT], unasked: true }]]);
  expect(told).toBe(article);
  expect(marks.showKept.mock.calls).toEqual([
    [expect.objectContaining({ id: 7 }), article, library, expect.anything()],
  ]);
});

const LOGIN = 'https://news.example/login?next=/2026/harbour';

test.each<[string, Partial<Article>]>([
  ['has the address of a sign-in', { url: LOGIN }],
  ['is the home page of its site', { url: 'https://news.example/' }],
  ['asks to sign in', { title: 'Sign in to read' }],
  ['shows next to nothing', { text: 'The lamps were lit.' }],
])('a link stays a link, and joins no article, where the page to which it redirects %s', async (_what, changes) => {
  const page = { ...plain, ...changes };
  api.readAnew.mockResolvedValue({ ok: true, article: page });
  const { told, library } = await callBehindLink({ [SHORT]: link }, { url: page.url });
  expect(told).toBe(link);
  expect(library.save).not.toHaveBeenCalled();
  expect((await callBehindArticle(page)).joinKept).not.toHaveBeenCalled();
});

test('a link does not join a text that was fetched for another link which led to the page', async () => {
  const { byline, publishedTime, lang, excerpt } = plain;
  const before = { url: 'https://short.example/y', title: 'Another', byline, publishedTime, lang, excerpt };
  const fetched = { outcome: 'kept', at: 1, link: before } as const;
  expect((await callBehindArticle(plain, sampleMetadata({ id: 'm1', fetched }))).joinKept).not.toHaveBeenCalled();
  expect((await callBehindArticle(plain)).joinKept).toHaveBeenCalledExactlyOnceWith('m1', [SHORT]);
});

test('a link gets the text of its own page, however short it is', async () => {
  const short = { ...plain, title: 'How to log in', text: 'Press the key.' };
  api.readAnew.mockResolvedValue({ ok: true, article: short });
  const { library } = await callBehindLink({ [plain.url]: sampleMetadata({ kind: 'link', url: `${plain.url}#end` }) });
  expect(library.save).toHaveBeenCalledOnce();
});

test.each<[string, ExtractionOutcome]>([
  ['its page', { ok: true, article: plain }],
  ['its page, which is no article,', { ok: false, error: { code: 'not-an-article', message: '' } }],
])('a link that is deleted while %s is read is not told as kept, nor shown so', async (_page, outcome) => {
  const kept: Record<string, SavedMetadata | undefined> = { [SHORT]: link };
  api.readAnew.mockImplementation(async () => {
    delete kept[SHORT];
    return outcome;
  });
  const { told, library } = await callBehindLink(kept, {}, new RectoError('not-found'));
  expect(told).toBeNull();
  expect(marks.showKept.mock.calls).toEqual([[expect.objectContaining({ id: 7 }), null, library, expect.anything()]]);
});

test('a link whose text cannot be written is still reported as a link', async () => {
  api.readAnew.mockResolvedValue({ ok: true, article: plain });
  expect((await callBehindLink({ [SHORT]: link }, {}, new RectoError('quota'))).told).toBe(link);
});

test.each([
  ['a link gets no text', { [plain.url]: link }],
  ['a link that has led to the page gets none', { [SHORT]: link }],
  ['an article is not joined with the link that led to it', { [plain.url]: article, [SHORT]: link }],
])('in a private window %s', async (_what, kept) => {
  api.readAnew.mockResolvedValue({ ok: true, article: plain });
  const { told, library } = await callBehindLink(kept, { incognito: true });
  expect(told).toBe(Object.values(kept)[0]);
  expect(library.save).not.toHaveBeenCalled();
  expect(library.joinKept).not.toHaveBeenCalled();
});

test('a page that is no article leaves the link that led to it as it is', async () => {
  api.readAnew.mockResolvedValue({ ok: false, error: { code: 'not-an-article', message: '' }, article: plain });
  const { told, library } = await callBehindLink({ [SHORT]: link });
  expect(told).toBe(link);
  expect(library.save).not.toHaveBeenCalled();
});

test('an article saved from the previous address is not taken for what the tab shows', async () => {
  expect((await callBehindLink({ [SHORT]: article })).told).toBeNull();
});

test('a saved item is reported also when the call cannot be remembered', async () => {
  marks.rememberCall.mockRejectedValueOnce(new Error('full'));
  expect((await callBehindLink({ [plain.url]: article })).told).toBe(article);
});

test('what is kept of a busy page is told before it is marked there', async () => {
  const browser = fakeBrowser();
  api.browser = browser;
  browser.fakeTabs.set(7, fakeTab());
  marks.showKept.mockReturnValueOnce(new Promise(() => {}));
  const library = fakeLibrary();
  library.find.mockResolvedValue(sampleMetadata({ id: 'm1' }));
  expect(await noteCalled(7, library)).toMatchObject({ id: 'm1' });
});

test('nothing is looked up for a tab whose address the browser hides', async () => {
  const { told, library } = await callBehindLink({ [SHORT]: link }, { url: '' });
  expect(told).toBeNull();
  expect(library.find).not.toHaveBeenCalled();
});

test.each([null, 7, {}, { url: 7 }])('%j in place of a remembered link is ignored', async (kept) => {
  api.browser = fakeBrowser();
  await remember('opened-link.7', kept);
  expect(await addressesBefore(7)).toEqual([]);
});
