import { beforeEach, expect, test, vi } from 'vitest';
import { saveHandlers } from '../../../src/background/handlers/save-handlers.ts';
import { noteCalled } from '../../../src/background/note-called.ts';
import { refreshMark, rememberCall } from '../../../src/background/saved-marks.ts';
import type { Highlight } from '../../../src/model/highlights/highlight.ts';
import type { SavedMetadata } from '../../../src/model/saved-article.ts';
import { fakeBrowser, fakeTab } from '../fakes/fake-browser.ts';
import { fakeLibrary } from '../fakes/fake-library.ts';
import { heldAnswers } from '../fakes/held-answers.ts';
import { inPage } from '../fakes/message-senders.ts';
import { sampleArticle, sampleMetadata } from '../fakes/sample-article.ts';
import { sampleHighlight } from '../fakes/sample-highlight.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../src/platform/browser.ts', () => api);
vi.mock('../../../src/platform/injected-scripts.ts', () => ({
  LIVE_HIGHLIGHTS_SCRIPT: '/live-highlights.js',
  WATCH_ADDRESS_SCRIPT: '/watch.js',
}));

let browser: ReturnType<typeof fakeBrowser>;
let library: ReturnType<typeof fakeLibrary>;

/** The person goes on to another page of the site while the library answers. */
const goOn = () => void browser.fakeTabs.set(7, fakeTab({ url: 'https://news.example/2026/another' }));
/** What a save hands its pictures to. */
const keeper = {
  begin: async () => undefined,
  takeOver: vi.fn(),
  report: vi.fn(),
  resume: vi.fn(),
  retryRefused: vi.fn(),
};
const settled = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  browser = fakeBrowser();
  api.browser = browser;
  library = fakeLibrary();
  library.highlights.mockResolvedValue([sampleHighlight()]);
});

test.each([true, false])(
  'a saved item is shown on its own page, also after the address gets a fragment; navigated: %s',
  async (isGone) => {
    library.find.mockImplementation(async () => {
      if (isGone) goOn();
      else browser.fakeTabs.set(7, fakeTab({ url: `${fakeTab().url}#part-2` }));
      return sampleMetadata();
    });
    await noteCalled(7, library);
    await settled();
    expect(browser.action.setIcon).toHaveBeenCalledTimes(isGone ? 0 : 1);
    const injected = JSON.stringify(browser.scripting.executeScript.mock.calls);
    expect(injected.includes('live-highlights')).toBe(!isGone);
  },
);

test.each([true, false])(
  'the saved page is marked, and not the one that the tab went on to; navigated: %s',
  async (isGone) => {
    library.save.mockImplementation(async () => {
      if (isGone) goOn();
      return { id: 'a1', savedAt: 1, existed: false };
    });
    const handlers = saveHandlers(library, keeper, () => undefined);
    await handlers['article.save']({ article: sampleArticle() }, inPage());
    await settled();
    expect(browser.action.setIcon).toHaveBeenCalledTimes(isGone ? 0 : 1);
  },
);

const lastIcon = () => browser.action.setIcon.mock.lastCall?.[0].path[16];

test('the icon shows what was looked up last, although storage answers an earlier question later', async () => {
  const { call, calls } = heldAnswers<[string], SavedMetadata | null>();
  library.find.mockImplementation(call);
  const first = noteCalled(7, library);
  await vi.waitFor(() => expect(calls).toHaveLength(1));
  const second = refreshMark(7, library);
  await vi.waitFor(() => expect(calls).toHaveLength(2));
  await calls[1]?.answer(null);
  await calls[0]?.answer(sampleMetadata());
  await Promise.all([first, second]);
  expect(lastIcon()).toBe('/icons/icon-16.png');
});

test('the page shows the highlights that were read last, although storage answers an earlier question later', async () => {
  await rememberCall(7, fakeTab().url, false);
  library.find.mockResolvedValue(sampleMetadata());
  const { call, calls } = heldAnswers<[string], Highlight[]>();
  library.highlights.mockImplementation(call);
  await refreshMark(7, library);
  await refreshMark(7, library);
  await vi.waitFor(() => expect(calls).toHaveLength(2));
  await calls[1]?.answer([sampleHighlight({ exact: 'new' })]);
  await calls[0]?.answer([sampleHighlight({ exact: 'old' })]);
  const painted = browser.scripting.executeScript.mock.calls.flatMap(
    ([injection]) => (injection as { args?: [Highlight[]] }).args?.[0]?.map(({ exact }) => exact) ?? [],
  );
  expect(painted).toEqual(['new']);
});

test('a page that is saved while it is being looked up stays marked as saved', async () => {
  const { call, calls } = heldAnswers<[string], SavedMetadata | null>();
  library.find.mockImplementation(call);
  const looking = refreshMark(7, library);
  await vi.waitFor(() => expect(calls).toHaveLength(1));
  await saveHandlers(library, keeper, () => undefined)['article.save']({ article: sampleArticle() }, inPage());
  await settled();
  await calls[0]?.answer(null);
  await looking;
  expect(lastIcon()).toContain('saved');
});
