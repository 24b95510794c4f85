import { beforeEach, expect, test, vi } from 'vitest';
import type { MessageSender } from '../../../../src/messaging/listen.ts';
import type { Highlight } from '../../../../src/model/highlights/highlight.ts';
import { fakeBrowser } from '../../fakes/fake-browser.ts';
import { fakeLibrary } from '../../fakes/fake-library.ts';
import { sampleMetadata } from '../../fakes/sample-article.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../../src/platform/browser.ts', () => api);

const { highlightHandlers } = await import('../../../../src/background/handlers/highlight-handlers.ts');
const { rememberConsent } = await import('../../../../src/background/private-consent.ts');

const DRAFT = { exact: 'lamps', prefix: '', suffix: '', start: 4, end: 9, colour: 'yellow' } as const;
const page: MessageSender = { kind: 'content-script', url: 'https://news.example/lamps', tabId: 7, isPrivate: false };
let browser: ReturnType<typeof fakeBrowser>;
let library: ReturnType<typeof fakeLibrary>;
let handlers: ReturnType<typeof highlightHandlers>;
let highlight: Highlight;
const onChange = vi.fn();

beforeEach(async () => {
  browser = fakeBrowser();
  api.browser = browser;
  library = fakeLibrary();
  highlight = await library.addHighlight('a1', DRAFT);
  library.addHighlight.mockClear();
  library.highlights.mockResolvedValue([highlight]);
  library.metadata.mockImplementation(async (ids) => ids.map((id) => sampleMetadata({ id, url: page.url })));
  onChange.mockClear();
  handlers = highlightHandlers(library, onChange);
});

test('a removed highlight is restored once by Undo, and open pages show each step', async () => {
  const ofIt = { id: highlight.id, articleId: 'a1' };
  await handlers['highlight.remove'](ofIt, page);
  expect(library.removeHighlight).toHaveBeenCalledExactlyOnceWith(highlight.id);
  expect(onChange).toHaveBeenCalledTimes(1);
  await handlers['highlight.restore'](ofIt, page);
  await handlers['highlight.restore'](ofIt, page);
  expect(library.restoreHighlight).toHaveBeenCalledExactlyOnceWith(highlight);
  expect(onChange).toHaveBeenCalledTimes(2);
  await handlers['highlight.add']({ articleId: 'a1', draft: DRAFT }, page);
  await handlers['highlight.change']({ ...ofIt, colour: 'green' }, page);
  expect(onChange).toHaveBeenCalledTimes(4);
});

test('in a private window highlights can be changed only after the user agreed to save that article from that tab', async () => {
  const hidden = { ...page, isPrivate: true };
  const ofIt = { id: highlight.id, articleId: 'a1' };
  const changes = [
    () => handlers['highlight.add']({ articleId: 'a1', draft: DRAFT }, hidden),
    () => handlers['highlight.change']({ ...ofIt, colour: 'green' }, hidden),
    () => handlers['highlight.remove'](ofIt, hidden),
    () => handlers['highlight.restore'](ofIt, hidden),
  ];
  for (const change of changes) await expect(change()).rejects.toMatchObject({ code: 'needs-consent' });
  for (const write of [library.addHighlight, library.changeHighlight, library.removeHighlight])
    expect(write).not.toHaveBeenCalled();

  await rememberConsent({ ...hidden, tabId: 7 }, 'a1');
  for (const change of changes) await change();
  expect(library.addHighlight).toHaveBeenCalledOnce();
  for (const other of [
    handlers['highlight.add']({ articleId: 'a2', draft: DRAFT }, hidden),
    handlers['highlight.add']({ articleId: 'a1', draft: DRAFT }, { ...hidden, tabId: 8 }),
  ])
    await expect(other).rejects.toMatchObject({ code: 'needs-consent' });
});

test('a highlight whose removal could not be taken back stays', async () => {
  vi.spyOn(browser.storage.session, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES exceeded'));
  await expect(handlers['highlight.remove']({ id: highlight.id, articleId: 'a1' }, page)).rejects.toThrow('exceeded');
  expect(library.removeHighlight).not.toHaveBeenCalled();
});

test('Undo brings back the note that another window wrote while the highlight was being removed', async () => {
  const ofIt = { id: highlight.id, articleId: 'a1' };
  const noted = { ...highlight, note: 'ask Maren' };
  library.removeHighlight.mockResolvedValueOnce(noted);
  await handlers['highlight.remove'](ofIt, page);
  await handlers['highlight.restore'](ofIt, page);
  expect(library.restoreHighlight.mock.calls).toEqual([[noted]]);
});

test('a highlight that got a note meanwhile, which could not be remembered, is put back', async () => {
  const noted = { ...highlight, note: 'ask Maren' };
  library.removeHighlight.mockImplementationOnce(async () => {
    vi.spyOn(browser.storage.session, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES exceeded'));
    return noted;
  });
  const removal = handlers['highlight.remove']({ id: highlight.id, articleId: 'a1' }, page);
  await expect(removal).rejects.toThrow('exceeded');
  expect(library.restoreHighlight.mock.calls).toEqual([[noted]]);
});

test('a note that is typed while another window removes its highlight brings it back, and Undo there does not overwrite it', async () => {
  const own: MessageSender = { ...page, kind: 'extension-page', url: 'chrome-extension://recto/reader.html' };
  const ofIt = { id: highlight.id, articleId: 'a1' };
  await handlers['highlight.remove'](ofIt, own);
  library.changeHighlight.mockResolvedValueOnce(null).mockResolvedValueOnce({ ...highlight, note: 'ask Maren' });
  await handlers['highlight.change']({ ...ofIt, note: 'ask Maren', noteBefore: '' }, own);
  expect(library.restoreHighlight.mock.calls).toEqual([[highlight]]);
  const written = [highlight.id, { note: 'ask Maren', noteBefore: '' }];
  expect(library.changeHighlight.mock.calls).toEqual([written, written]);
  await handlers['highlight.restore'](ofIt, own);
  expect(library.restoreHighlight).toHaveBeenCalledOnce();
});

test('a note whose highlight cannot be brought back is reported as not stored', async () => {
  const own: MessageSender = { ...page, kind: 'extension-page', url: 'chrome-extension://recto/reader.html' };
  library.changeHighlight.mockResolvedValue(null);
  const change = { id: highlight.id, articleId: 'a1', note: 'ask Maren' };
  await expect(handlers['highlight.change'](change, own)).rejects.toMatchObject({ code: 'highlight-gone' });
});

test('recolouring a highlight that another window has removed fails with "gone", in web pages and in Recto’s own', async () => {
  const own: MessageSender = { ...page, kind: 'extension-page', url: 'chrome-extension://recto/reader.html' };
  library.changeHighlight.mockResolvedValue(null);
  const change = { id: highlight.id, articleId: 'a1', colour: 'green' as const };
  // Undo of the removal could bring it back: a colour does not.
  await handlers['highlight.remove']({ id: highlight.id, articleId: 'a1' }, own);
  await expect(handlers['highlight.change'](change, own)).rejects.toMatchObject({ code: 'highlight-gone' });
  library.highlights.mockResolvedValue([]);
  await expect(handlers['highlight.change'](change, page)).rejects.toMatchObject({ code: 'highlight-gone' });
  expect(library.restoreHighlight).not.toHaveBeenCalled();
});

test.each([
  ['that is not remembered any more', () => browser.storage.session.remove([`removed-highlight.${highlight.id}`])],
  ['whose article is gone for good', async () => undefined],
])('Undo of a highlight %s is told as not done', async (_which, lose) => {
  const ofIt = { id: highlight.id, articleId: 'a1' };
  await handlers['highlight.remove'](ofIt, page);
  library.highlights.mockResolvedValue([]);
  await lose();
  await expect(handlers['highlight.restore'](ofIt, page)).rejects.toMatchObject({ code: 'highlight-gone' });
});

test('a page changes and removes highlights of its own article only', async () => {
  const bank = { ...page, url: 'https://bank.example/' };
  const changes = (sender: MessageSender, id: string) => [
    handlers['highlight.change']({ id, articleId: 'a1', colour: 'green' }, sender),
    handlers['highlight.remove']({ id, articleId: 'a1' }, sender),
  ];
  for (const change of changes(bank, highlight.id)) await expect(change).rejects.toMatchObject({ code: 'bad-message' });
  for (const change of changes(page, 'of-another'))
    await expect(change).rejects.toMatchObject({ code: 'highlight-gone' });
  await expect(handlers['highlight.add']({ articleId: 'a1', draft: DRAFT }, bank)).rejects.toMatchObject({
    code: 'bad-message',
  });
  for (const write of [library.addHighlight, library.changeHighlight, library.removeHighlight])
    expect(write).not.toHaveBeenCalled();
});

test('a page cannot write a note, and does not get the note of a passage that it highlights again', async () => {
  const typed = { id: highlight.id, articleId: 'a1', note: 'over the one of before' };
  await expect(handlers['highlight.change'](typed, page)).rejects.toMatchObject({ code: 'bad-message' });
  expect(library.changeHighlight).not.toHaveBeenCalled();
  library.addHighlight.mockResolvedValue({ ...highlight, note: 'ask Maren' });
  const added = handlers['highlight.add']({ articleId: 'a1', draft: DRAFT }, page);
  expect(await added).toEqual({ ...highlight, note: '' });
});

test('a highlight removed from one article cannot be restored to another', async () => {
  await handlers['highlight.remove']({ id: highlight.id, articleId: 'a1' }, page);
  const elsewhere = { id: highlight.id, articleId: 'a2' };
  library.highlights.mockResolvedValue([]);
  await expect(handlers['highlight.restore'](elsewhere, page)).rejects.toMatchObject({ code: 'highlight-gone' });
  library.changeHighlight.mockResolvedValue(null);
  const own: MessageSender = { ...page, kind: 'extension-page', url: 'chrome-extension://recto/reader.html' };
  const typed = handlers['highlight.change']({ ...elsewhere, note: 'ask Maren' }, own);
  await expect(typed).rejects.toMatchObject({ code: 'highlight-gone' });
  expect(library.restoreHighlight).not.toHaveBeenCalled();
});

test('changing the colour leaves the note alone, and changing the note leaves the colour', async () => {
  const own: MessageSender = { ...page, kind: 'extension-page', url: 'chrome-extension://recto/reader.html' };
  library.changeHighlight.mockResolvedValue(highlight);
  const ofIt = { id: highlight.id, articleId: 'a1' };
  await handlers['highlight.change']({ ...ofIt, colour: 'green' }, own);
  await handlers['highlight.change']({ ...ofIt, note: '', noteBefore: 'ask Maren' }, own);
  expect(library.changeHighlight.mock.calls).toStrictEqual([
    [highlight.id, { colour: 'green' }],
    [highlight.id, { note: '', noteBefore: 'ask Maren' }],
  ]);
});
