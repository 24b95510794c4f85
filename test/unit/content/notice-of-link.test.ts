// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://news.example/2026/harbour" }
import { beforeEach, expect, test, vi } from 'vitest';
import type { NoticeContent } from '../../../src/content/notice-card.ts';
import { saveNotice } from '../../../src/content/save-notice.ts';
import { RectoError } from '../../../src/model/errors/recto-error.ts';
import type { SaveReceipt } from '../../../src/model/library.ts';
import { fakeBrowser } from '../fakes/fake-browser.ts';
import { heldAnswers } from '../fakes/held-answers.ts';
import { sampleArticle } from '../fakes/sample-article.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown, save: vi.fn(), saveLink: vi.fn() }));
vi.mock('../../../src/platform/browser.ts', () => api);
vi.mock('../../../src/messaging/page-library.ts', () => ({
  pageLibrary: { save: api.save, saveLink: api.saveLink, pictureReceipt: async () => null },
}));

beforeEach(() => {
  const browser = fakeBrowser();
  browser.i18n.getMessage = (key) => (key === 'localeTag' ? 'en' : key);
  api.browser = browser;
});

const cardOf = () => ({ show: vi.fn(), update: vi.fn(), comeForward: vi.fn(), close: vi.fn() });

test('the question about saving from a private window is shown until it is answered', async () => {
  const saves = heldAnswers<unknown[], SaveReceipt>();
  api.saveLink.mockImplementation(saves.call);
  const shown: NoticeContent[] = [];
  const notice = saveNotice({ ...cardOf(), show: (content) => void shown.push(content) });
  notice.askToSaveLink({ url: 'https://news.example/other', title: 'Other' });
  expect(shown.at(-1)?.actions.map(({ label }) => label)).toEqual(['noticeKeep', 'noticeNotNow']);
  shown.at(-1)?.actions[0]?.onPress();
  expect(shown.at(-1)).toEqual({ said: 'noticeSaving', about: 'Other', actions: [] });
  expect(saves.calls).toHaveLength(1);
});

test('once Recto was updated under it, the notice says so when a save fails', async () => {
  api.browser = { ...fakeBrowser(), runtime: undefined };
  api.saveLink.mockRejectedValue(new RectoError('no-answer'));
  const card = cardOf();
  saveNotice(card).askToSaveLink({ url: 'https://news.example/other', title: 'Other' });
  card.show.mock.lastCall?.[0].actions[0]?.onPress();
  await vi.waitFor(() => expect(card.show).toHaveBeenLastCalledWith({ said: 'overlayCutOff', actions: [] }));
});

test('a notice about a link stays when full view opens, and one about the page goes', async () => {
  Object.assign(globalThis, { rectoExtract: { read: () => new Promise(() => undefined) } });
  const card = cardOf();
  const notice = saveNotice(card);
  notice.askToSaveLink({ url: 'https://news.example/other', title: 'Other' });
  notice.enterReader();
  expect([card.comeForward.mock.calls.length, card.close.mock.calls.length]).toEqual([1, 0]);
  notice.savePage(false);
  notice.enterReader();
  expect([card.comeForward.mock.calls.length, card.close.mock.calls.length]).toEqual([1, 1]);
});

test('which of the two it is depends on the notice that is shown, not on the last request', async () => {
  Object.assign(globalThis, { rectoExtract: { read: async () => ({ ok: true, article: sampleArticle() }) } });
  const [pages, links] = [heldAnswers<unknown[], SaveReceipt>(), heldAnswers<unknown[], SaveReceipt>()];
  api.save.mockImplementation(pages.call);
  api.saveLink.mockImplementation(links.call);
  const card = cardOf();
  const notice = saveNotice(card);
  const receipt = { id: 'a1', savedAt: 1, existed: false };
  const stays = () => {
    card.comeForward.mockClear();
    notice.enterReader();
    return card.comeForward.mock.calls.length === 1;
  };
  notice.savePage(false);
  await vi.waitFor(() => expect(pages.calls).toHaveLength(1));
  notice.showSavedLink(receipt, 'Other');
  expect(stays()).toBe(true);
  await pages.calls[0]?.answer(receipt);
  expect([card.show.mock.lastCall?.[0].said, stays()]).toEqual(['noticeSaved', false]);
  notice.askToSaveLink({ url: 'https://news.example/other', title: 'Other' });
  card.show.mock.lastCall?.[0].actions[0]?.onPress();
  notice.savePage(false);
  expect(stays()).toBe(false);
  await links.calls[0]?.answer(receipt);
  expect([card.show.mock.lastCall?.[0].said, stays()]).toEqual(['noticeLinkSaved', true]);
});

test.each([
  [false, ['noticeSaveAnyway', 'noticeSaveLink']],
  [true, ['noticeSaveAnyway']],
])(
  'the notice offers the link of a page without an article unless full view does so already (%s)',
  async (isOpen, labels) => {
    const refusal = { code: 'not-an-article', message: '' };
    Object.assign(globalThis, {
      rectoExtract: { read: async () => ({ ok: false, error: refusal }) },
      rectoOverlay: { isOpen: () => isOpen },
    });
    const card = cardOf();
    saveNotice(card).savePage(false);
    await vi.waitFor(() => expect(card.show.mock.lastCall?.[0].said).toBe('error_not_an_article'));
    expect(card.show.mock.lastCall?.[0].actions.map(({ label }: { label: string }) => label)).toEqual(labels);
    Reflect.deleteProperty(globalThis, 'rectoOverlay');
  },
);
