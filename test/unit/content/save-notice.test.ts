// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://news.example/2026/harbour" }
import { expect, test, vi } from 'vitest';
import { saveNotice } from '../../../src/content/save-notice.ts';
import type { ReadOptions } from '../../../src/model/extraction-outcome.ts';
import { fakeBrowser } from '../fakes/fake-browser.ts';
import { sampleArticle } from '../fakes/sample-article.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown, save: vi.fn() }));
vi.mock('../../../src/platform/browser.ts', () => api);
vi.mock('../../../src/messaging/remote-library.ts', () => ({ remoteLibrary: { save: api.save } }));

test('the save command keeps what was picked for the site', async () => {
  const browser = fakeBrowser();
  api.browser = browser;
  api.save.mockResolvedValue({ id: 'a1', savedAt: 1, existed: true });
  await browser.storage.local.set({ 'site.news.example': { block: 'div.story' } });
  const read = async ({ block }: ReadOptions = {}) => ({
    ok: true,
    article: sampleArticle({ title: block ?? 'all of it' }),
  });
  Object.assign(globalThis, { rectoExtraction: { read } });
  saveNotice({ show: vi.fn(), update: vi.fn(), close: vi.fn() }).savePage(false);
  await vi.waitFor(() => expect(api.save).toHaveBeenCalled());
  expect(api.save.mock.lastCall?.[0].title).toBe('div.story');
});
