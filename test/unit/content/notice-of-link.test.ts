// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://news.example/2026/harbour" }
import { beforeEach, expect, test, vi } from 'vitest';
import type { NoticeContent } from '../../../src/content/notice-card.ts';
import { saveNotice } from '../../../src/content/save-notice.ts';
import type { SaveReceipt } from '../../../src/model/library.ts';
import { fakeBrowser } from '../fakes/fake-browser.ts';
import { heldAnswers } from '../fakes/held-answers.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown, saveLink: vi.fn() }));
vi.mock('../../../src/platform/browser.ts', () => api);
vi.mock('../../../src/messaging/page-library.ts', () => ({
  pageLibrary: { saveLink: api.saveLink },
}));

beforeEach(() => {
  api.browser = fakeBrowser();
});

const cardOf = () => ({ show: vi.fn(), update: vi.fn(), comeForward: vi.fn(), close: vi.fn() });

test('what is kept from a private window is asked about until the answer, and no longer', async () => {
  const saves = heldAnswers<unknown[], SaveReceipt>();
  api.saveLink.mockImplementation(saves.call);
  const shown: NoticeContent[] = [];
  const notice = saveNotice({ ...cardOf(), show: (content) => void shown.push(content) });
  notice.askToSaveLink({ url: 'https://news.example/other', title: 'Other' });
  expect(shown.at(-1)?.actions.map(({ label }) => label)).toEqual(['noticeKeep', 'noticeNotNow']);
  shown.at(-1)?.actions[0]?.run();
  expect(shown.at(-1)).toEqual({ said: 'noticeSaving', about: 'Other', actions: [] });
  expect(saves.calls).toHaveLength(1);
});

test('what is said of a link comes along into full view, what is said of the page goes', async () => {
  Object.assign(globalThis, { rectoExtraction: { read: () => new Promise(() => undefined) } });
  const card = cardOf();
  const notice = saveNotice(card);
  notice.askToSaveLink({ url: 'https://news.example/other', title: 'Other' });
  notice.enterReader();
  expect([card.comeForward.mock.calls.length, card.close.mock.calls.length]).toEqual([1, 0]);
  notice.savePage(false);
  notice.enterReader();
  expect([card.comeForward.mock.calls.length, card.close.mock.calls.length]).toEqual([1, 1]);
});
