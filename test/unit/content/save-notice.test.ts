// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://news.example/2026/harbour" }
import { expect, test, vi } from 'vitest';
import type { NoticeContent } from '../../../src/content/notice-card.ts';
import { saveNotice } from '../../../src/content/save-notice.ts';
import type { ReadOptions } from '../../../src/model/extraction-outcome.ts';
import { RectoError } from '../../../src/model/recto-error.ts';
import { fakeBrowser } from '../fakes/fake-browser.ts';
import { sampleArticle } from '../fakes/sample-article.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown, save: vi.fn(), send: vi.fn() }));
vi.mock('../../../src/platform/browser.ts', () => api);
vi.mock('../../../src/messaging/send.ts', () => ({ send: api.send }));
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

test('without room the notice leads to where room is made; the article waits in it and is saved by Try again', async () => {
  api.browser = fakeBrowser();
  api.send.mockResolvedValue(undefined);
  api.save.mockReset().mockRejectedValueOnce(new RectoError('quota'));
  const read = vi.fn(async () => ({ ok: true, article: sampleArticle() }));
  Object.assign(globalThis, { rectoExtraction: { read } });
  const shown: NoticeContent[] = [];
  const show = (content: NoticeContent) => void shown.push(content);
  saveNotice({ show, update: vi.fn(), close: vi.fn() }).savePage(false);
  await vi.waitFor(() => expect(shown.at(-1)?.said).toBe('error_quota'));
  const [makeRoom, again] = shown.at(-1)?.actions ?? [];
  expect([makeRoom?.label, again?.label]).toEqual(['makeRoom', 'listTryAgain']);
  makeRoom?.run();
  expect(api.send).toHaveBeenCalledExactlyOnceWith('tab.open-list', { makeRoom: true });
  api.save.mockResolvedValue({ id: 'a1', savedAt: 1, existed: true });
  again?.run();
  await vi.waitFor(() => expect(shown.at(-1)?.kept).toBe(true));
  expect(read).toHaveBeenCalledOnce();
  expect(api.save.mock.lastCall?.[0]).toEqual(sampleArticle());
});
