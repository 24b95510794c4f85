import { beforeEach, expect, test, vi } from 'vitest';
import { CONTENT_SCRIPT_MESSAGES, type MessageName } from '../../../src/messaging/protocol.ts';
import { RectoError } from '../../../src/model/errors/recto-error.ts';
import { FakeEvent } from '../fakes/fake-event.ts';
import { sampleArticle } from '../fakes/sample-article.ts';

const runtime = vi.hoisted(() => ({
  id: 'recto',
  getURL: (path: string) => `chrome-extension://recto/${path}`,
  onMessage: undefined as unknown,
}));
vi.mock('../../../src/platform/browser.ts', () => ({ browser: { runtime } }));

const { listen } = await import('../../../src/messaging/listen.ts');
type Handlers = Parameters<typeof listen>[0];

const receipt = { id: 'a1', savedAt: 1, existed: false };
const page = { id: 'recto', url: 'chrome-extension://recto/src/popup/popup.html' };
const contentScript = { id: 'recto', url: 'https://news.example/a', frameId: 0, tab: { id: 7, incognito: true } };
let handlers: Handlers;

beforeEach(() => {
  handlers = Object.fromEntries(ALL_NAMES.map((name) => [name, vi.fn(() => receipt)])) as unknown as Handlers;
});

const FOR_PAGES = [
  ['library.counts', {}],
  ['article.find', { url: 'https://news.example/a' }],
  ['article.favourite', { ids: ['a1'], favourite: true }],
  ['article.opened', { id: 'a1' }],
  ['tab.open-shortcut-settings', {}],
] as const satisfies [MessageName, unknown][];
const OF_PAGES = FOR_PAGES.map(([name]) => name);
const ALL_NAMES: MessageName[] = [...CONTENT_SCRIPT_MESSAGES, ...OF_PAGES, 'article.open', 'library.list'];

async function ask(message: unknown, from: unknown): Promise<unknown> {
  const event = new FakeEvent<[unknown, unknown, (reply: unknown) => void]>();
  runtime.onMessage = event;
  listen(handlers);
  return new Promise((resolve) => event.fire(message, from, resolve));
}
const envelope = (name: string, input: unknown) => ({ protocol: 'recto/1', name, input });

test('a handler gets the parsed input and the sender that the browser reports', async () => {
  const input = { article: sampleArticle(), consent: true, surplus: 'dropped' };
  const reply = await ask(envelope('article.save', input), contentScript);
  expect(reply).toEqual({ ok: true, value: receipt });
  expect(handlers['article.save']).toHaveBeenCalledWith(
    { article: sampleArticle(), consent: true },
    { kind: 'content-script', url: 'https://news.example/a', tabId: 7, isPrivate: true },
  );
});

test('the popup has no tab, and is not taken for a private page', async () => {
  await ask(envelope('library.counts', {}), page);
  const sender = { kind: 'extension-page', url: page.url, tabId: null, isPrivate: false };
  expect(handlers['library.counts']).toHaveBeenCalledWith({}, sender);
});

test('the browser is told to wait for the answer, or it would give none', () => {
  const event = new FakeEvent<[unknown, unknown, (reply: unknown) => void]>();
  runtime.onMessage = event;
  listen(handlers);
  expect(event.fire(envelope('library.counts', {}), page, () => undefined)).toEqual([true]);
});

test("for a page that changed its address without loading the sender has the tab's address", async () => {
  const moved = { ...contentScript, tab: { id: 7, incognito: false, url: 'https://news.example/b' } };
  await ask(envelope('page.moved', {}), moved);
  expect(handlers['page.moved']).toHaveBeenCalledWith({}, expect.objectContaining({ url: 'https://news.example/b' }));
});

test.each([
  'https://bank.example/a',
  'http://news.example/b',
  'https://news.example:8443/b',
  'file:///b',
  'about:blank',
])('what a page sends after the tab went on to %s counts as its own', async (url) => {
  await ask(envelope('page.moved', {}), { ...contentScript, tab: { id: 7, incognito: false, url } });
  expect(handlers['page.moved']).toHaveBeenCalledWith({}, expect.objectContaining({ url: contentScript.url }));
});

test('a file that changed its address without loading has the new one', async () => {
  const tab = { id: 7, incognito: false, url: 'file:///home/a.html#!/b' };
  await ask(envelope('page.moved', {}), { ...contentScript, url: 'file:///home/a.html', tab });
  expect(handlers['page.moved']).toHaveBeenCalledWith({}, expect.objectContaining({ url: tab.url }));
});

test('what a file sends after the tab went on to another file counts as its own', async () => {
  const file = { ...contentScript, url: 'file:///home/a.html' };
  await ask(envelope('page.moved', {}), { ...file, tab: { id: 7, incognito: false, url: 'file:///home/b.html' } });
  expect(handlers['page.moved']).toHaveBeenCalledWith({}, expect.objectContaining({ url: file.url }));
});

test.each([
  ['another extension', { ...contentScript, id: 'stranger' }],
  ['a frame inside a page', { ...contentScript, frameId: 3 }],
  ['a document without an address', { id: 'recto', tab: { id: 7 }, frameId: 0 }],
])('a message from %s is ignored', async (_who, from) => {
  expect(await ask(envelope('article.find', { url: 'https://news.example/a' }), from)).toBeUndefined();
  expect(handlers['article.find']).not.toHaveBeenCalled();
});

test.each(FOR_PAGES)('%s is not for content scripts', async (name, input) => {
  const reply = await ask(envelope(name, input), contentScript);
  expect(reply).toMatchObject({ ok: false, error: { code: 'bad-message' } });
  expect(handlers[name]).not.toHaveBeenCalled();
  expect(await ask(envelope(name, input), page)).toMatchObject({ ok: true });
});

test.each([
  ['a name that is not in the protocol', 'article.destroy', {}],
  ['a name of the prototype chain', 'constructor', {}],
  ['content of another shape', 'article.save', { article: { ...sampleArticle(), wordCount: 'many' } }],
  ['an article without an address', 'article.save', { article: { ...sampleArticle(), url: 'nowhere' } }],
  ['a limit that would fill the memory', 'library.list', { place: 'list', limit: 1e9 }],
  ['a place there is not', 'article.move', { ids: ['a1'], place: 'shelf' }],
  ['nothing', 'article.save', undefined],
])('%s is refused before any handler runs', async (_what, name, input) => {
  expect(await ask(envelope(name, input), page)).toMatchObject({ ok: false, error: { code: 'bad-message' } });
});

test('a note of any length can be written: one that two notes were joined to must not be refused', async () => {
  handlers['highlight.change'] = vi.fn();
  const input = { id: 'h1', articleId: 'a1', note: 'x'.repeat(1_500_000), noteBefore: '' };
  expect(await ask(envelope('highlight.change', input), page)).toMatchObject({ ok: true });
  expect(handlers['highlight.change']).toHaveBeenCalledWith(input, expect.anything());
});

test('an error is sent as its code and message, without its stack', async () => {
  handlers['article.find'] = () => {
    throw new RectoError('quota', 'the disk is full');
  };
  const reply = await ask(envelope('article.find', { url: 'https://news.example/a' }), page);
  expect(reply).toEqual({ ok: false, error: { code: 'quota', message: 'the disk is full' } });
});
