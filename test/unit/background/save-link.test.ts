// @vitest-environment jsdom
import { webcrypto } from 'node:crypto';
import { beforeEach, expect, test, vi } from 'vitest';
import { RectoError } from '../../../src/model/errors/recto-error.ts';
import type { RectoSaveNotice } from '../../../src/model/recto-save-notice.ts';
import { type FakeBrowser, fakeBrowser } from '../fakes/fake-browser.ts';
import { fakeLibrary } from '../fakes/fake-library.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../src/platform/browser.ts', () => api);
vi.mock('../../../src/platform/injected-scripts.ts', () => ({ SAVE_NOTICE_SCRIPT: '/notice.js' }));
vi.mock('../../../src/platform/translate.ts', () => ({ wordsScripts: () => [] }));
const { forgetAsked, rememberAsked, saveLink, wasAsked } = await import('../../../src/background/save-link.ts');

let browser: FakeBrowser;
let library: ReturnType<typeof fakeLibrary>;
/** What the page has of the notice each time that it is put in; the last one stays. */
let notices: (Partial<RectoSaveNotice> | undefined)[];

beforeEach(() => {
  [browser, library] = [fakeBrowser(), fakeLibrary()];
  api.browser = browser;
  notices = [{ showSavedLink: vi.fn(), showFailure: vi.fn(), askToSaveLink: vi.fn() }];
  // The page is this document: functions run in it, and its notice is defined by the file.
  browser.scripting.executeScript.mockImplementation(async (injection) => {
    const { func, args = [] } = injection as { func?: (...args: unknown[]) => unknown; args?: unknown[] };
    if (!func) globalThis.rectoSaveNotice = (notices.length > 1 ? notices.shift() : notices[0]) as RectoSaveNotice;
    return [{ result: func?.(...args) }];
  });
  document.body.innerHTML = '';
  // jsdom computes no hashes.
  vi.stubGlobal('crypto', webcrypto);
});

const TAB = { id: 7, windowId: 1, url: 'https://news.example/', title: null };
const save = (url: string, { text, isPrivate = false }: { text?: string; isPrivate?: boolean } = {}) =>
  saveLink({ url, text, frameId: undefined }, { ...TAB, isPrivate }, library);
const titles = () => library.saveLink.mock.calls.map(([{ title }]) => title);

test('the title is the longest text of the links that lead there, their tooltip or picture where they have none', async () => {
  document.body.innerHTML = `
    <a href="https://news.example/a"><img alt="Lamps"></a><a href="https://news.example/a">The\n harbour  at night </a>
    <a href="https://news.example/a">Read on</a><a href="https://news.example/another">A much longer text of another link</a>
    <a href="https://news.example/b"><img alt="A ship on the quay"></a><a href="https://news.example/b" title="Ship"></a>
    <a href="https://news.example/b"></a><a href="https://news.example/c" title="The way to the quay"> </a>`;
  await save('https://news.example/a');
  await save('https://news.example/b');
  await save('https://news.example/c');
  await save('https://news.example/b', { text: ` ${'What the browser gives. '.repeat(20)}` });
  expect(titles()).toEqual([
    'The harbour at night',
    'A ship on the quay',
    'The way to the quay',
    'What the browser gives. '.repeat(20).slice(0, 300),
  ]);
});

test.each([
  ['https://news.example/2026/the-harbour_at+night.html', 'the harbour at night'],
  ['https://news.example/2026/%E6%B8%AF%E5%8F%A3-%E4%B9%8B%E5%A4%9C/', '港口 之夜'],
  ['https://news.example/2026/137', 'news.example/2026/137'],
  ['https://news.example/', 'news.example'],
  ['mailto', 'mailto'],
])('a link without a text, %s, is called "%s"', async (url, title) => {
  await save(url);
  expect(titles()).toEqual([title]);
});

test('a link by way of a site that only leads on is kept as what it leads to, with its own text, and asked about so', async () => {
  const pressed = 'https://www.google.com/url?q=https%3A%2F%2Fnews.example%2Fthe-harbour&sa=D';
  await save(pressed);
  document.body.innerHTML = `<a href="${pressed.replaceAll('&', '&amp;')}">${'Lamps '.repeat(49)}12345😀</a>`;
  await save(pressed);
  const url = 'https://news.example/the-harbour';
  expect(library.saveLink.mock.calls.map(([link]) => link)).toEqual([
    { url, title: 'the harbour' },
    { url, title: `${'Lamps '.repeat(49)}12345` },
  ]);
  await save(pressed, { text: 'A', isPrivate: true });
  expect(notices[0]?.askToSaveLink).toHaveBeenCalledExactlyOnceWith({ url, title: 'A' });
  expect(await wasAsked(TAB.id, url)).toBe(true);
});

test('the page tells that the link was saved, or why not', async () => {
  await save('https://news.example/a', { text: 'A' });
  expect(notices[0]?.showSavedLink).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'a1' }), 'A');
  library.saveLink.mockRejectedValue(new RectoError('quota'));
  await save('https://news.example/b', { text: 'B' });
  expect(notices[0]?.showFailure).toHaveBeenCalledExactlyOnceWith('quota');
});

test('a page that the tab has gone on to gets the notice, too, and a failure that no page can tell is thrown', async () => {
  const showSavedLink = vi.fn();
  notices = [undefined, { showSavedLink }];
  await save('https://news.example/a', { text: 'A' });
  expect(showSavedLink).toHaveBeenCalledOnce();
  notices = [undefined];
  await save('https://news.example/a', { text: 'A' });
  library.saveLink.mockRejectedValue(new RectoError('quota'));
  await expect(save('https://news.example/a', { text: 'A' })).rejects.toMatchObject({ code: 'quota' });
});

test('in a private window the person is asked, and nothing is kept meanwhile; where that cannot be done, it is said', async () => {
  await save('https://news.example/a', { text: 'A', isPrivate: true });
  expect(notices[0]?.askToSaveLink).toHaveBeenCalledExactlyOnceWith({ url: 'https://news.example/a', title: 'A' });
  notices = [undefined];
  browser.fakeTabs.delete(7);
  await expect(save('https://news.example/a', { text: 'A', isPrivate: true })).rejects.toMatchObject({
    code: 'tab-gone',
  });
  expect(library.saveLink).not.toHaveBeenCalled();
});

test('the question about a link of a private tab is forgotten with the tab, and with the next question', async () => {
  await rememberAsked(7, 'https://news.example/a');
  await rememberAsked(8, 'https://news.example/a');
  await forgetAsked(7);
  const asked = () => Promise.all([7, 8].map((tabId) => wasAsked(tabId, 'https://news.example/a')));
  expect(await asked()).toEqual([false, true]);
  await rememberAsked(8, 'https://news.example/b');
  expect(await asked()).toEqual([false, false]);
});
