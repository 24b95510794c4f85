import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from '../../fakes/fake-browser.ts';
import { FakeEvent } from '../../fakes/fake-event.ts';
import { fakeLibrary } from '../../fakes/fake-library.ts';
import { sampleMetadata } from '../../fakes/sample-article.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../../src/platform/browser.ts', () => api);
vi.mock('../../../../src/platform/injected-scripts.ts', () => ({ PICTURES_SCRIPT: '/pictures.js' }));

const { listenForPictures, pictureKeeper } = await import('../../../../src/background/pictures/picture-keeper.ts');

const ARTICLE = 'https://news.example/2026/harbour';
const [A, B] = ['https://a.example/1.gif', 'https://b.example/2.gif'];
let library: ReturnType<typeof fakeLibrary>;
let browser: ReturnType<typeof fakeBrowser>;

beforeEach(() => {
  vi.useFakeTimers();
  browser = fakeBrowser();
  const alarms = { create: async () => undefined, onAlarm: new FakeEvent<[{ name: string }]>() };
  api.browser = { ...browser, permissions: { contains: async () => true }, alarms };
  library = fakeLibrary();
  library.metadata.mockResolvedValue([sampleMetadata({ url: ARTICLE })]);
  library.pictureQueue.waiting.push(...[A, B].map((url) => ({ articleId: 'a1', url, size: null })));
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string) => {
      if (url === A) return new Response('GIF89a\u0001');
      throw new TypeError('Failed to fetch');
    }),
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('the pictures that a page has not told of when it goes are seen to at once', async () => {
  listenForPictures(pictureKeeper(library));
  const ports = ['pictures a1', 'something else'].map((name) => ({ name, onDisconnect: new FakeEvent<[]>() }));
  for (const port of ports) browser.runtime.onConnect.fire(port);
  expect(fetch).not.toHaveBeenCalled();
  for (const { onDisconnect } of ports) onDisconnect.fire();
  await vi.waitFor(() => expect(library.pictureQueue.refuse).toHaveBeenCalledOnce());
  expect(library.pictureQueue.keep.mock.calls.map(([{ url }]) => url)).toEqual([A]);
  expect(library.pictureQueue.refuse.mock.calls.map(([{ url }, why]) => [url, why])).toEqual([[B, 'no-answer']]);
});

test('a picture that a page tells of as it goes is asked for once', async () => {
  const keeper = pictureKeeper(library);
  const report = { articleId: 'a1', url: A, picture: null, problem: 'needs-access', size: null } as const;
  await Promise.all([keeper.report(report, ARTICLE), keeper.takeOver('a1')]);
  expect(vi.mocked(fetch).mock.calls.filter(([url]) => url === A)).toHaveLength(1);
  expect(library.pictureQueue.keep).toHaveBeenCalledOnce();
});
