// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { AS_KEPT } from '../../../src/model/arrange-items.ts';
import { RectoError } from '../../../src/model/errors/recto-error.ts';
import { createWords } from '../../../src/model/words.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';
import { fakeBrowser } from '../fakes/fake-browser.ts';
import { sampleMetadata } from '../fakes/sample-article.ts';

vi.mock('../../../src/platform/browser.ts', () => ({ browser: fakeBrowser() }));
const { NoticeRegion } = await import('../../../src/popup/notice-region.tsx');
const { BarStart } = await import('../../../src/ui/reader/bar/reader-controls.tsx');
const { ListBar } = await import('../../../src/ui/list/list-bar.tsx');

const translate = (key: string) => (key === 'localeTag' ? 'en' : key);
const words = createWords(translate, 'en');
const nothing = () => undefined;
const show = (what: preact.ComponentChild) =>
  act(() => render(<WordsProvider value={words}>{what}</WordsProvider>, document.body));
const region = () => document.querySelector('[role=status]');

afterEach(() => act(() => render(null, document.body)));

/** Browsers tell screen readers what changes in a live region, not what comes with one. */
test.each<[string, string, (isSaid: boolean) => preact.ComponentChild]>([
  [
    'that an article is saved',
    'readerSavedreaderUndo',
    (isSaid) => (
      <BarStart
        save={isSaid ? { kind: 'saved', at: 1, fresh: true } : { kind: 'unsaved' }}
        {...{ locale: 'en', translate, actions: {}, run: nothing, letterKeys: true }}
      />
    ),
  ],
  [
    'how many rows are selected',
    'listSelectedOne',
    (isSaid) => (
      <ListBar
        {...{ items: [sampleMetadata()], shown: 1, whole: true, place: 'list', searching: false, arrangement: AS_KEPT }}
        {...{ onArrange: nothing, onAction: nothing, firstMenu: { current: null }, active: {} as never }}
        selection={{ items: isSaid ? [sampleMetadata()] : [] } as never}
      />
    ),
  ],
  [
    'what failed in the popup',
    'error_not_found',
    (isSaid) => (
      <NoticeRegion
        {...{ tab: {} as never, panel: 'list', article: null, link: null, saved: {} as never }}
        {...{ textSize: 100, out: {} as never }}
        {...{
          onTags: nothing,
          onFail: nothing,
          onDismissFailure: nothing,
          failure: isSaid ? new RectoError('not-found', 'x') : null,
        }}
      />
    ),
  ],
])('%s is said where a region stood before', (_, said, draw) => {
  show(draw(false));
  const before = region();
  expect(before?.textContent).not.toContain(said);
  show(draw(true));
  expect(region()).toBe(before);
  expect(before?.textContent).toContain(said);
});
