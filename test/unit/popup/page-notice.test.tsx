// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { RectoError } from '../../../src/model/errors/recto-error.ts';
import { createWords } from '../../../src/model/words.ts';
import type { SavedPage } from '../../../src/popup/use-saved-page.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';
import { fakeBrowser } from '../fakes/fake-browser.ts';
import { sampleArticle, sampleMetadata } from '../fakes/sample-article.ts';

const fakes = vi.hoisted(() => ({ browser: {} as unknown, send: vi.fn(), library: {} as Record<string, unknown> }));
vi.mock('../../../src/platform/browser.ts', () => fakes);
vi.mock('../../../src/messaging/send.ts', () => ({ send: fakes.send }));
vi.mock('../../../src/messaging/remote-library.ts', () => ({ remoteLibrary: fakes.library }));
vi.mock('../../../src/platform/is-private-window.ts', () => ({ isPrivateWindow: () => true }));
fakes.browser = fakeBrowser();
const { PageNotice } = await import('../../../src/popup/page-notice.tsx');
const { useSavedPage } = await import('../../../src/popup/use-saved-page.ts');

const TAB = { id: 7, windowId: 1, url: sampleArticle().url, title: 'One', isPrivate: true };
const article = sampleArticle();
const nothing = () => undefined;
let saving: SavedPage;

function Notices({ page = 'one', text = article }) {
  saving = useSavedPage(TAB, page, { title: page, article: text });
  return (
    <PageNotice
      {...{
        saved: saving,
        article: text,
        changed: true,
        link: null,
        savedOpen: false,
        suggestFullView: false,
        failure: null,
      }}
      {...{ onOpenSaved: nothing, onTags: nothing, onFullView: nothing, onDismiss: nothing, onFail: nothing }}
    />
  );
}
const said = () => document.querySelector('.notice-text')?.textContent;
const press = (label: string) =>
  act(async () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label)?.click());

afterEach(() => act(() => render(null, document.body)));

test('a private window asks before Update copy, and does it when the answer is yes', async () => {
  const updateCopy = vi.fn(async () => ({ id: 'a1', savedAt: 1, existed: true }));
  Object.assign(fakes.library, { watch: nothing, pictureReceipt: async () => null, updateCopy });
  fakes.send.mockResolvedValue(sampleMetadata({ contentHash: 'another' }));
  const words = createWords((key) => (key === 'localeTag' ? 'en' : key), 'en');
  await act(async () => render(<WordsProvider value={words}>{<Notices />}</WordsProvider>, document.body));
  await expect.poll(said).toBe('popupChangedSince');
  await press('popupUpdateCopy');
  expect(said()).toBe('popupAskPrivate');
  expect(updateCopy).not.toHaveBeenCalled();
  await press('popupKeep');
  expect(updateCopy).toHaveBeenCalledExactlyOnceWith(article, { tabId: 7, consent: true });
  await expect.poll(said).toBe('popupUpdated');
});

test('when a save fails after the tab changed its page, the text of the previous page can be copied', async () => {
  const updateCopy = vi.fn(() => new Promise<never>((_, reject) => (refuse = reject)));
  let refuse = (_thrown: Error): void => undefined;
  Object.assign(fakes.library, { watch: nothing, pictureReceipt: async () => null, updateCopy });
  fakes.send.mockResolvedValue(null);
  const writeText = vi.fn(async (_text: string) => undefined);
  const storage = { estimate: async () => ({}) };
  vi.stubGlobal('navigator', { language: 'en', clipboard: { writeText }, storage });
  const words = createWords((key) => (key === 'localeTag' ? 'en' : key), 'en');
  const show = (page: string, text: typeof article) =>
    act(async () =>
      render(<WordsProvider value={words}>{<Notices {...{ page, text }} />}</WordsProvider>, document.body),
    );
  await show('one', article);
  act(() => saving.updateCopy(article, true));
  await show('two', sampleArticle({ title: 'Two', text: 'Of the second page' }));
  await act(async () => refuse(new RectoError('quota')));
  await expect.poll(said).toBe('popupPageBefore error_quota errorNext_quota');
  await press('popupCopyText');
  vi.unstubAllGlobals();
  expect(writeText.mock.calls[0]?.[0]).toContain(article.text);
});
