import { beforeEach, expect, test, vi } from 'vitest';
import type { PictureKeeper } from '../../../../src/background/pictures/picture-keeper.ts';
import type { PermissionWish } from '../../../../src/model/permission-wish.ts';
import { fakeBrowser } from '../../fakes/fake-browser.ts';
import { fakeLibrary } from '../../fakes/fake-library.ts';
import { page } from '../../fakes/message-senders.ts';
import { sampleMetadata } from '../../fakes/sample-article.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../../src/platform/browser.ts', () => api);
vi.mock('../../../../src/platform/injected-scripts.ts', () => ({ PROBE_SCRIPT: '/probe.js' }));
const { pictureHandlers } = await import('../../../../src/background/handlers/picture-handlers.ts');
const { tabHandlers } = await import('../../../../src/background/handlers/tab-handlers.ts');

let browser: ReturnType<typeof fakeBrowser>;
let handlers: ReturnType<typeof tabHandlers> & ReturnType<typeof pictureHandlers>;

beforeEach(() => {
  browser = fakeBrowser();
  api.browser = browser;
  const library = fakeLibrary();
  library.metadata.mockImplementation(async (ids: string[]) => ids.map((id) => sampleMetadata({ id })));
  const keeper: Partial<PictureKeeper> = { retryRefused: async () => ['*://pictures.example/*'] };
  handlers = { ...tabHandlers(library, keeper as PictureKeeper), ...pictureHandlers(library, keeper as PictureKeeper) };
});

test('a double click opens one tab, and pressing another link opens another', async () => {
  const wish: PermissionWish = { kind: 'fetch-articles', origins: ['*://*/*'] };
  for (const ask of [
    () => handlers['tab.open-saved']({ id: 'a1' }, page),
    () => handlers['tab.open-link']({ id: 'a1' }, page),
    () => handlers['tab.open-list']({}, page),
    () => handlers['tab.ask-permission']({ wish }, page),
    () => handlers['article.keep-pictures']({ id: 'a1' }, page),
  ]) {
    browser.tabs.create.mockClear();
    await Promise.all([ask(), ask()]);
    expect(browser.tabs.create).toHaveBeenCalledOnce();
  }
  await handlers['tab.open-saved']({ id: 'a2' }, page);
  expect(browser.tabs.create).toHaveBeenCalledTimes(2);
});

test('an article is opened at the note of a highlight, or with its tags, even right after it was opened without', async () => {
  for (const how of [{}, { highlight: 'h1' }, { tags: true }])
    await handlers['tab.open-saved']({ id: 'a3', ...how }, page);
  expect(browser.tabs.create.mock.calls.map(([{ url }]) => url.split('#')[1])).toEqual(['a3', 'a3/h1/note', 'a3/tags']);
});

test.each([
  ['in front', {}, {}],
  ['behind', { behind: true }, { active: false }],
])('a saved link is opened %s, and its tab is remembered', async (where, how, opened) => {
  const { url } = sampleMetadata();
  await handlers['tab.open-link']({ id: where, ...how }, page);
  expect(browser.tabs.create.mock.calls).toEqual([[{ url, ...opened }]]);
  expect(JSON.stringify(await browser.storage.session.get(null))).toContain(url);
});
