// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://news.example/2026/harbour" }
import { expect, onTestFinished, test, vi } from 'vitest';
import type { NoticeContent } from '../../../src/content/notice-card.ts';
import { saveNotice } from '../../../src/content/save-notice.ts';
import { RectoError } from '../../../src/model/errors/recto-error.ts';
import type { ReadOptions } from '../../../src/model/extraction-outcome.ts';
import type { SaveReceipt } from '../../../src/model/library.ts';
import { type PictureReceipt, receiptOf } from '../../../src/model/pictures/picture.ts';
import type { SavedMetadata } from '../../../src/model/saved-article.ts';
import { fakeBrowser } from '../fakes/fake-browser.ts';
import { heldAnswers } from '../fakes/held-answers.ts';
import { sampleArticle, sampleMetadata } from '../fakes/sample-article.ts';

const api = vi.hoisted(() => ({
  browser: {} as unknown,
  save: vi.fn(),
  send: vi.fn(),
  receipt: vi.fn(),
  undo: vi.fn(),
  keep: vi.fn(),
  update: vi.fn(),
}));
vi.mock('../../../src/platform/browser.ts', () => api);
vi.mock('../../../src/messaging/send-from-page.ts', () => ({ sendFromPage: api.send }));
vi.mock('../../../src/messaging/page-library.ts', () => ({
  pageLibrary: {
    ...{ save: api.save, pictureReceipt: api.receipt, undoSave: api.undo, updateCopy: api.update },
    keepPictures: api.keep,
  },
}));

test('the save command saves the block that was picked for the site', async () => {
  const browser = fakeBrowser();
  api.browser = browser;
  api.save.mockResolvedValue({ id: 'a1', savedAt: 1, existed: true });
  await browser.storage.local.set({ 'site.news.example': { block: 'div.story' } });
  const read = async ({ block }: ReadOptions = {}) => ({
    ok: true,
    article: sampleArticle({ title: block ?? 'all of it' }),
  });
  Object.assign(globalThis, { rectoExtract: { read } });
  saveNotice({ show: vi.fn(), update: vi.fn(), comeForward: vi.fn(), close: vi.fn() }).savePage(false);
  await vi.waitFor(() => expect(api.save).toHaveBeenCalled());
  expect(api.save.mock.lastCall?.[0].title).toBe('div.story');
  // Of this page alone: one that has gone on meanwhile has another copy, or none.
  const { url } = sampleArticle();
  await vi.waitFor(() => expect(api.send).toHaveBeenCalledExactlyOnceWith('page.saved', { url }));
});

test('without room the notice opens the settings for making room, keeps the article and saves it with Try again', async () => {
  api.browser = fakeBrowser();
  api.send.mockReset().mockResolvedValue(undefined);
  api.save.mockReset().mockRejectedValueOnce(new RectoError('quota'));
  const read = vi.fn(async () => ({ ok: true, article: sampleArticle() }));
  Object.assign(globalThis, { rectoExtract: { read } });
  const shown: NoticeContent[] = [];
  const show = (content: NoticeContent) => void shown.push(content);
  saveNotice({ show, update: vi.fn(), comeForward: vi.fn(), close: vi.fn() }).savePage(false);
  await vi.waitFor(() => expect(shown.at(-1)?.said).toBe('error_quota'));
  const [makeRoom, again] = shown.at(-1)?.actions ?? [];
  expect([makeRoom?.label, again?.label]).toEqual(['makeRoom', 'listTryAgain']);
  makeRoom?.onPress();
  expect(api.send).toHaveBeenCalledExactlyOnceWith('tab.open-list', { makeRoom: true });
  api.save.mockResolvedValue({ id: 'a1', savedAt: 1, existed: true });
  again?.onPress();
  await vi.waitFor(() => expect(shown.at(-1)?.kept).toBe(true));
  expect(read).toHaveBeenCalledOnce();
  expect(api.save.mock.lastCall?.[0]).toEqual(sampleArticle());
});

test('when the list cannot be opened to make room, the notice says so and still keeps the article', async () => {
  api.browser = fakeBrowser();
  api.send.mockRejectedValueOnce(new RectoError('no-answer'));
  api.save.mockReset().mockRejectedValueOnce(new RectoError('quota'));
  Object.assign(globalThis, { rectoExtract: { read: async () => ({ ok: true, article: sampleArticle() }) } });
  const shown: NoticeContent[] = [];
  saveNotice({
    show: (content) => void shown.push(content),
    update: vi.fn(),
    comeForward: vi.fn(),
    close: vi.fn(),
  }).savePage(false);
  await vi.waitFor(() => expect(shown.at(-1)?.said).toBe('error_quota'));
  shown.at(-1)?.actions[0]?.onPress();
  await vi.waitFor(() => expect(shown.at(-1)?.said).toBe('error_no_answer'));
  expect(shown.at(-1)?.actions.map(({ label }) => label)).toEqual(['makeRoom', 'listTryAgain']);
});

/** The words are their keys, but for the language, of which numbers are made. */
function speakingBrowser() {
  const { i18n, ...rest } = fakeBrowser();
  const getMessage = (key: string, values?: string[]) => (key === 'localeTag' ? 'en' : i18n.getMessage(key, values));
  return { ...rest, i18n: { ...i18n, getMessage } };
}

/** A card that tells what it says last, with the pictures of saved articles on their way; `goOn` lets them be asked for. */
function followed() {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  api.browser = speakingBrowser();
  const pictures = (state: 'pending' | 'kept'): PictureReceipt =>
    receiptOf([{ url: 'https://a.example/1.jpg', state, problem: null, bytes: 9 }]);
  const waiting = new Set(['first', 'second']);
  api.receipt.mockImplementation(async (id: string) => pictures(waiting.has(id) ? 'pending' : 'kept'));
  let card: NoticeContent | undefined;
  const show = (content: NoticeContent) => {
    card = content;
  };
  const notice = saveNotice({ show, update: show, comeForward: vi.fn(), close: vi.fn() });
  const save = async (id: string) => {
    notice.showSavedLink({ id, savedAt: 1, existed: false }, id);
    await vi.advanceTimersByTimeAsync(0);
  };
  const goOn = async (id: string) => {
    waiting.delete(id);
    await vi.advanceTimersByTimeAsync(2000);
  };
  const press = async (label: string) => {
    card?.actions.find((action) => action.label === label)?.onPress();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { save, goOn, press, card: () => card };
}

test('pictures of an earlier save do not change the notice of a later one', async () => {
  const { save, goOn, card } = followed();
  await save('first');
  await save('second');
  await goOn('first');
  expect(card()?.about).toBe('second');
  await goOn('second');
  expect(card()?.said).toContain('receipt');
});

test('an undone save stays undone, whatever happens to its pictures', async () => {
  const { save, goOn, press, card } = followed();
  api.undo.mockResolvedValue(true);
  await save('first');
  await press('noticeUndo');
  expect(card()?.said).toBe('noticeUndone');
  await goOn('first');
  expect(card()?.said).toBe('noticeUndone');
});

test('Undo pressed twice before its answer comes is one Undo', async () => {
  const { save, press, card } = followed();
  api.undo.mockReset().mockResolvedValueOnce(true).mockResolvedValueOnce(false);
  await save('first');
  const undo = card()?.actions.find(({ label }) => label === 'noticeUndo');
  undo?.onPress();
  await press('noticeUndo');
  expect(api.undo).toHaveBeenCalledOnce();
  expect(card()?.said).toBe('noticeUndone');
});

test('an Undo that fails is reported, and can be pressed again', async () => {
  const { save, press, card } = followed();
  api.undo.mockReset().mockRejectedValueOnce(new RectoError('no-answer')).mockResolvedValueOnce(true);
  await save('first');
  await press('noticeUndo');
  expect(card()?.said).toBe('error_no_answer');
  await press('noticeUndo');
  expect(card()?.said).toBe('noticeUndone');
});

test('pictures that could not be requested again are reported and can be, and the save can still be undone', async () => {
  const { save, press, card } = followed();
  api.receipt.mockResolvedValue(
    receiptOf([
      { url: 'https://a.example/1.jpg', state: 'kept', problem: null, bytes: 9 },
      { url: 'https://a.example/2.jpg', state: 'refused', problem: 'needs-access', bytes: 0 },
    ]),
  );
  api.keep.mockRejectedValueOnce(new RectoError('no-answer')).mockResolvedValueOnce(undefined);
  await save('first');
  const labels = () => card()?.actions.map(({ label }) => label);
  // What comes late does not stand where Undo was.
  await expect.poll(labels).toEqual(['noticeUndo', 'receiptKeepRestOther 2']);
  await press('receiptKeepRestOther 2');
  expect(card()?.said).toBe('error_no_answer');
  expect(labels()).toEqual(['noticeUndo', 'receiptKeepRestOther 2']);
  await press('receiptKeepRestOther 2');
  expect(api.keep).toHaveBeenCalledTimes(2);
});

test('a save command that is pressed twice while the page is being saved can still be undone', async () => {
  api.browser = speakingBrowser();
  api.receipt.mockResolvedValue(receiptOf([]));
  const saves = heldAnswers<unknown[], SaveReceipt>();
  api.save.mockReset().mockImplementation(saves.call);
  Object.assign(globalThis, { rectoExtract: { read: async () => ({ ok: true, article: sampleArticle() }) } });
  const shown: NoticeContent[] = [];
  const { savePage } = saveNotice({
    show: (content) => void shown.push(content),
    update: vi.fn(),
    comeForward: vi.fn(),
    close: vi.fn(),
  });
  savePage(false);
  await vi.waitFor(() => expect(saves.calls).toHaveLength(1));
  savePage(false);
  await saves.calls[0]?.answer({ id: 'a1', savedAt: 1, existed: false });
  expect(shown.map(({ said }) => said)).toEqual(['noticeSaving', 'noticeSaving', 'noticeSaved']);
  expect(shown.at(-1)?.actions.map(({ label }) => label)).toEqual(['noticeUndo']);
  expect(saves.calls).toHaveLength(1);
  savePage(false);
  await vi.waitFor(() => expect(saves.calls).toHaveLength(2));
});

test('Undo of a link says that the page is saved when another tab has saved its article since', async () => {
  const { save, press, card } = followed();
  api.undo.mockResolvedValue(false);
  await save('first');
  await press('noticeUndo');
  expect(api.undo).toHaveBeenLastCalledWith(expect.objectContaining({ id: 'first', savedAt: 1 }));
  expect(card()).toMatchObject({ said: expect.stringContaining('noticeSavedBefore'), about: 'first', kept: true });
});

/** Saves the page, of which `kept` is kept already; gives what is shown, as it is shown. */
async function saveAgain(kept: SavedMetadata, isMore: boolean, isPrivate = false) {
  api.browser = speakingBrowser();
  api.send.mockReset().mockImplementation(async (name: string) => (name === 'page.saved' ? kept : undefined));
  api.save.mockReset().mockResolvedValue({ id: 'a1', savedAt: 1, existed: true });
  api.update.mockReset();
  const holdsMore = vi.fn(async () => isMore);
  Object.assign(globalThis, {
    rectoExtract: { read: async () => ({ ok: true, article: sampleArticle() }) },
    rectoSanitising: { toFragment: String },
    rectoParts: { completeness: { holdsMore } },
  });
  const shown: NoticeContent[] = [];
  const show = (content: NoticeContent) => void shown.push(content);
  const notice = saveNotice({ show, update: show, comeForward: vi.fn(), close: vi.fn() });
  notice.savePage(isPrivate);
  const press = (label: string) =>
    shown
      .at(-1)
      ?.actions.find((action) => action.label === label)
      ?.onPress();
  const said = () => shown.at(-1)?.said;
  if (isPrivate) {
    await vi.waitFor(() => expect(said()).toBe('noticeAskPrivate'));
    expect(api.send).not.toHaveBeenCalled();
    press('noticeKeep');
  }
  await vi.waitFor(() => expect(shown.map((content) => content.said).join()).toContain('noticeSavedBefore'));
  return { notice, holdsMore, press, said };
}
const CHANGED = sampleMetadata({ contentHash: 'another' });

test.each([false, true])(
  'a page that has changed since it was saved can be updated from the notice; private: %s',
  async (isPrivate) => {
    const { press, said } = await saveAgain(CHANGED, false, isPrivate);
    await vi.waitFor(() => expect(said()).toMatch(/^popupChangedSince/));
    api.update.mockResolvedValueOnce({ id: 'a1', savedAt: 1, existed: true, aside: 'shorter' });
    press('popupUpdateCopy');
    await vi.waitFor(() => expect(said()).toBe('popupAside'));
    expect(api.update.mock.lastCall).toEqual([sampleArticle(), { consent: isPrivate }]);
  },
);

test('an update that fails is reported', async () => {
  const { press, said } = await saveAgain(CHANGED, false);
  await vi.waitFor(() => expect(said()).toMatch(/^popupChangedSince/));
  api.update.mockRejectedValueOnce(new RectoError('page-moved'));
  press('popupUpdateCopy');
  await vi.waitFor(() => expect(said()).toBe('error_page_moved'));
});

test('a copy whose text is lost can be updated; the same text, a link, and more than is read have not changed', async () => {
  const lost = await saveAgain(sampleMetadata({ contentHash: '' }), false);
  await vi.waitFor(() => expect(lost.said()).toMatch(/^popupTextLost/));
  for (const [kept, isMore] of [
    [sampleMetadata(), false],
    [sampleMetadata({ kind: 'link', contentHash: '' }), false],
    [CHANGED, true],
  ] as const) {
    const { said } = await saveAgain(kept, isMore);
    await new Promise((resolve) => setImmediate(resolve));
    expect(said()).toMatch(/^noticeSavedBefore/);
  }
});

test('a late result of one save does not replace a notice that is shown since', async () => {
  const { notice, holdsMore, said } = await saveAgain(CHANGED, false);
  const looks = heldAnswers<unknown[], boolean>();
  await vi.waitFor(() => expect(said()).toMatch(/^popupChangedSince/));
  holdsMore.mockImplementation(looks.call);
  notice.savePage(false);
  await vi.waitFor(() => expect(looks.calls).toHaveLength(1));
  notice.showFailure('quota');
  await looks.calls[0]?.answer(false);
  expect(said()).toBe('error_quota');
});
