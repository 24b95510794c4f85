// @vitest-environment jsdom
import { expect, onTestFinished, test, vi } from 'vitest';
import { savePage } from '../../../src/background/save-page.ts';
import { fakeBrowser } from '../fakes/fake-browser.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../src/platform/browser.ts', () => api);

test.each([
  ['full view saves the article that it shows, and the notice does not', { save: () => true }, []],
  [
    'while full view shows no article, the notice says what can be kept of the page',
    { save: () => undefined },
    [[true]],
  ],
  ['without full view the notice saves the page', undefined, [[true]]],
])('%s', async (what, rectoOverlay, told) => {
  const browser = fakeBrowser();
  api.browser = browser;
  browser.scripting.executeScript.mockImplementation(async (injection) => {
    const { func, args = [] } = injection as { func?: (...given: unknown[]) => unknown; args?: unknown[] };
    return [{ frameId: 0, result: await func?.(...args) }];
  });
  const byNotice = vi.fn();
  Object.assign(globalThis, { rectoOverlay, rectoSaveNotice: { savePage: byNotice } });
  onTestFinished(() => void Object.assign(globalThis, { rectoOverlay: undefined, rectoSaveNotice: undefined }));
  const url = `https://news.example/${encodeURIComponent(what)}`;
  await savePage({ id: 7, windowId: 1, url, title: 'News', isPrivate: true });
  expect(byNotice.mock.calls).toEqual(told);
});
