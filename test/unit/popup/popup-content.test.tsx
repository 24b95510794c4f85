// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { ErrorCode } from '../../../src/model/errors/error-code.ts';
import { DEFAULT_READER_SETTINGS } from '../../../src/model/settings/reader-settings.ts';
import { createWords } from '../../../src/model/words.ts';
import type { SavedPage } from '../../../src/popup/use-saved-page.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';
import { fakeBrowser } from '../fakes/fake-browser.ts';

const api = vi.hoisted(() => ({ browser: {} as unknown }));
vi.mock('../../../src/platform/browser.ts', () => api);
vi.mock('../../../src/platform/read-font.ts', () => ({ readFont: async () => null }));
api.browser = fakeBrowser();
const { PopupContent } = await import('../../../src/popup/popup-content.tsx');

afterEach(() => act(() => render(null, document.body)));

const LINK = { url: 'https://news.example/a', title: 'A' };
const nothing = () => undefined;

/** Shows why a page of which nothing is kept is not read; gives what is offered. */
function offeredAfter(code: ErrorCode): string[] {
  const saved: SavedPage = {
    ...{ kept: null, done: null, undone: false, asking: null, busy: false, error: null, failedBefore: null },
    ...{ receipt: null, keepRest: nothing, saveArticle: nothing, saveLink: nothing, updateCopy: nothing },
    ...{ tag: nothing, undo: nothing, remove: nothing, archive: nothing, dismiss: nothing },
  };
  const words = createWords((key) => (key === 'localeTag' ? 'en' : key), 'en');
  const content = (
    <PopupContent
      page={{ ...LINK, kind: 'failed', code }}
      {...{
        saved,
        link: LINK,
        settings: DEFAULT_READER_SETTINGS,
        scroller: { current: null },
        start: null,
        list: null,
      }}
      {...{ onPlace: nothing, onReadAgain: nothing, onPick: nothing }}
    />
  );
  act(() => render(<WordsProvider value={words}>{content}</WordsProvider>, document.body));
  return [...document.querySelectorAll('.popup-reason button')].map(({ textContent }) => textContent);
}

test('Save link is offered where the page is not read, but not once its tab is closed: nothing could be kept then', () => {
  expect(offeredAfter('pdf')).toEqual(['popupSaveLink']);
  expect(offeredAfter('tab-gone')).toEqual([]);
});
