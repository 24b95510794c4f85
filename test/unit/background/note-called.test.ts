import { expect, test, vi } from 'vitest';
import { addressesBefore, noteCalled, rememberOpened } from '../../../src/background/note-called.ts';
import type { ExtractionOutcome, ReadOptions } from '../../../src/model/extraction-outcome.ts';
import { fakeBrowser, fakeTab } from '../fakes/fake-browser.ts';
import { fakeLibrary } from '../fakes/fake-library.ts';
import { sampleArticle, sampleMetadata } from '../fakes/sample-article.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown, readAnew: vi.fn() }));
vi.mock('../../../src/platform/browser.ts', () => api);
vi.mock('../../../src/platform/read-page.ts', () => ({ readAnew: api.readAnew }));
vi.mock('../../../src/background/saved-marks.ts', () => ({
  beginLook: () => () => true,
  rememberCall: async () => undefined,
  showKept: async () => undefined,
}));

const plain = sampleArticle({ title: 'All of it' });
const picked = sampleArticle({ title: 'What was picked' });

/** Calls Recto on the page of a saved link, on whose site a block was picked; gives the title of what is kept. */
async function textOf(withBlock: ExtractionOutcome): Promise<string | undefined> {
  const browser = fakeBrowser();
  api.browser = browser;
  await browser.storage.local.set({ 'site.news.example': { block: 'div.story' } });
  browser.fakeTabs.set(7, fakeTab());
  api.readAnew.mockImplementation(async (_tab: number, { block }: ReadOptions = {}) =>
    block === 'div.story' ? withBlock : { ok: true, article: plain },
  );
  const library = fakeLibrary();
  library.find.mockResolvedValue(sampleMetadata({ kind: 'link' }));
  await noteCalled(7, library);
  return library.save.mock.lastCall?.[0].article.title;
}

test('a saved link gets the text that was picked for its site', async () => {
  expect(await textOf({ ok: true, article: picked })).toBe(picked.title);
});

test('a page of the site that has no such block is kept as Recto reads it', async () => {
  expect(await textOf({ ok: false, error: { code: 'not-an-article', message: '' } })).toBe(plain.title);
});

test('a saved link does not get the text of another page, to which the person has gone on before its own could be read', async () => {
  const another = sampleArticle({ url: 'https://news.example/2026/another' });
  expect(await textOf({ ok: true, article: another })).toBeUndefined();
});

test.each([
  ['is the only page of the tab', 1, [['m1', ['https://short.example/x']]]],
  ['is one that the person went on to', 2, []],
])('the link whose page %s joins the article that is kept of it', async (_which, entries, joined) => {
  const browser = fakeBrowser();
  api.browser = browser;
  browser.fakeTabs.set(7, fakeTab());
  await rememberOpened(7, 'https://short.example/x');
  browser.scripting.executeScript.mockResolvedValue([{ frameId: 0, result: entries }]);
  const library = fakeLibrary();
  library.find.mockResolvedValue(sampleMetadata({ id: 'm1' }));
  await noteCalled(7, library);
  // Asked once more: by then the first question has been answered.
  await addressesBefore(7);
  expect(library.joinKept.mock.calls).toEqual(joined);
});

test.each([
  ['with what tells how the reader came there', '?utm_source=letter#end', 'm1'],
  ['with another query', '?page=2', 'page-moved'],
])(
  'asked for the page that was read, a tab that is at its address %s tells of that page alone',
  async (_which, added, told) => {
    const browser = fakeBrowser();
    api.browser = browser;
    browser.fakeTabs.set(7, fakeTab({ url: plain.url + added }));
    const library = fakeLibrary();
    library.find.mockResolvedValue(sampleMetadata({ id: 'm1' }));
    const answer = noteCalled(7, library, plain.url);
    expect(
      await answer.then(
        (kept) => kept?.id,
        ({ code }) => code,
      ),
    ).toBe(told);
    expect(library.find).toHaveBeenCalledTimes(told === 'm1' ? 1 : 0);
  },
);
