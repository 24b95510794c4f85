import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MessageSender } from '../../../../src/messaging/message-sender.ts';
import { fakeBrowser } from '../../fakes/fake-browser.ts';
import { fakeLibrary } from '../../fakes/fake-library.ts';
import { sampleMetadata } from '../../fakes/sample-article.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../../src/platform/browser.ts', () => api);
vi.mock('../../../../src/platform/injected-scripts.ts', () => ({ PICTURES_SCRIPT: '/pictures.js' }));

const { fetchHandlers } = await import('../../../../src/background/fetching/fetch-handlers.ts');
const { pictureKeeper } = await import('../../../../src/background/pictures/picture-keeper.ts');

const sender: MessageSender = { kind: 'extension-page', url: '', tabId: null, isPrivate: false };
let library: ReturnType<typeof fakeLibrary>;
let answered: Response;

beforeEach(() => {
  api.browser = { ...fakeBrowser(), permissions: { contains: async () => true } };
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

test('a link into the person’s own network is not asked', async () => {
  expect(await ask('http://router.local./reboot')).toEqual({ kind: 'settled' });
  expect(library.endFetch).toHaveBeenCalledExactlyOnceWith('a1', 'not-article');
  expect(fetch).not.toHaveBeenCalled();
});

test('what a link is redirected to in the person’s own network is not handed on', async () => {
  Object.defineProperty(answered, 'url', { value: 'http://192.168.1.1/' });
  expect(await ask('https://news.example/story')).toEqual({ kind: 'settled' });
  expect(library.endFetch).toHaveBeenCalledExactlyOnceWith('a1', 'not-article');
});
