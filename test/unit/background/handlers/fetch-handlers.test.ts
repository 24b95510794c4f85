import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MessageSender } from '../../../../src/messaging/listen.ts';
import { fakeBrowser } from '../../fakes/fake-browser.ts';
import { fakeLibrary } from '../../fakes/fake-library.ts';
import { sampleArticle, sampleMetadata } from '../../fakes/sample-article.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../../src/platform/browser.ts', () => api);
vi.mock('../../../../src/platform/injected-scripts.ts', () => ({ PICTURES_SCRIPT: '/pictures.js' }));

const { fetchHandlers } = await import('../../../../src/background/handlers/fetch-handlers.ts');
const { pictureKeeper } = await import('../../../../src/background/pictures/picture-keeper.ts');

const sender: MessageSender = { kind: 'extension-page', url: '', tabId: null, isPrivate: false };
let library: ReturnType<typeof fakeLibrary>;
let answered: Response;
let mayFetch: boolean;

beforeEach(() => {
  mayFetch = true;
  api.browser = { ...fakeBrowser(), permissions: { contains: async () => mayFetch } };
  library = fakeLibrary();
  answered = new Response('<p>Text', { headers: { 'content-type': 'text/html' } });
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => answered),
  );
});
afterEach(() => vi.unstubAllGlobals());

const ask = (url: string) => {
  library.metadata.mockResolvedValue([sampleMetadata({ id: 'a1', url, kind: 'link' })]);
  return fetchHandlers(library, pictureKeeper(library))['fetch.page']({ id: 'a1' }, sender);
};

test('the page of a link is fetched', async () => {
  expect(await ask('https://news.example/story')).toMatchObject({ kind: 'page', page: { status: 200 } });
  expect(library.endFetch).not.toHaveBeenCalled();
});

test('a link into the user’s own network is not fetched', async () => {
  expect(await ask('http://router.local./reboot')).toEqual({ kind: 'settled' });
  expect(library.endFetch).toHaveBeenCalledExactlyOnceWith('a1', 'not-article');
  expect(fetch).not.toHaveBeenCalled();
});

test('a redirect into the user’s own network is not passed on', async () => {
  Object.defineProperty(answered, 'url', { value: 'http://192.168.1.1/' });
  expect(await ask('https://news.example/story')).toEqual({ kind: 'settled' });
  expect(library.endFetch).toHaveBeenCalledExactlyOnceWith('a1', 'not-article');
});

test('a link that was deleted, or has its text by now, is not fetched', async () => {
  const page = fetchHandlers(library, pictureKeeper(library))['fetch.page'];
  for (const changes of [{ kind: 'link', place: 'deleted' } as const, { kind: 'article' } as const]) {
    library.metadata.mockResolvedValue([sampleMetadata(changes)]);
    expect(await page({ id: 'a1' }, sender)).toEqual({ kind: 'settled' });
  }
  library.metadata.mockResolvedValue([]);
  expect(await page({ id: 'a1' }, sender)).toEqual({ kind: 'settled' });
  expect(library.endFetch).not.toHaveBeenCalled();
  expect(fetch).not.toHaveBeenCalled();
});

test('nothing is fetched without access, and a link that is no web page is settled', async () => {
  mayFetch = false;
  expect(await ask('https://news.example/story')).toEqual({ kind: 'no-access' });
  expect(await ask('file:///home/me/story.html')).toEqual({ kind: 'settled' });
  expect(fetch).not.toHaveBeenCalled();
  expect(library.endFetch).toHaveBeenCalledExactlyOnceWith('a1', 'not-article');
});

test('a missing answer is reported as such, and the link can be tried again', async () => {
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await ask('https://news.example/story')).toEqual({ kind: 'no-answer' });
  expect(library.endFetch).not.toHaveBeenCalled();
});

test.each([
  ['a picture', new Response('GIF89a', { headers: { 'content-type': 'image/gif' } })],
  ['a page of an error', new Response('<p>Gone', { status: 404, headers: { 'content-type': 'text/html' } })],
  ['more than 10 MB', new Response('a'.repeat(10_000_001), { headers: { 'content-type': 'text/html' } })],
])('of %s no text is handed on', async (_what, answer) => {
  answered = answer;
  const { status } = answer;
  expect(await ask('https://news.example/story')).toMatchObject({ kind: 'page', page: { status, body: null } });
  expect(answer.bodyUsed).toBe(true);
});

test('an answer without a content type is read as a page, with its final address', async () => {
  answered = new Response(new Blob(['<p>Text']));
  Object.defineProperty(answered, 'url', { value: 'https://news.example/moved' });
  const answer = await ask('https://news.example/story');
  if (answer.kind !== 'page') throw new Error(answer.kind);
  expect(answer.page).toMatchObject({ asked: 'https://news.example/story', url: 'https://news.example/moved' });
  expect(answer.page.body?.type).toBe('text/html');
  expect(await answer.page.body?.text()).toBe('<p>Text');
});

test('a fetched article is stored, and its pictures are fetched', async () => {
  const keeper = { ...pictureKeeper(library), resume: vi.fn(async () => undefined) };
  const article = sampleArticle();
  expect(await fetchHandlers(library, keeper)['fetch.keep']({ id: 'a1', article }, sender)).toBe(true);
  expect(library.keepFetched).toHaveBeenCalledExactlyOnceWith('a1', article);
  expect(keeper.resume).toHaveBeenCalledOnce();
});

test.each([
  ['stays one', [sampleMetadata({ kind: 'link' })], false],
  ['has joined an article', [], true],
])('of a link it is said whether it has its article: one that %s', async (_what, items, kept) => {
  library.metadata.mockResolvedValueOnce(items);
  const keep = fetchHandlers(library, pictureKeeper(library))['fetch.keep'];
  expect(await keep({ id: 'a1', article: sampleArticle() }, sender)).toBe(kept);
});
