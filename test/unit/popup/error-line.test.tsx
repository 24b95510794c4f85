// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RectoError } from '../../../src/model/errors/recto-error.ts';
import type { Translate } from '../../../src/model/message-key.ts';
import { createWords } from '../../../src/model/words.ts';
import type { Subject } from '../../../src/popup/use-page-work.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';
import { sampleArticle } from '../fakes/sample-article.ts';

const sending = vi.hoisted(() => ({ send: vi.fn() }));
vi.mock('../../../src/messaging/send.ts', () => sending);
const { ErrorLine } = await import('../../../src/popup/error-line.tsx');

const keyed: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));
const article = sampleArticle();
const onFail = vi.fn();
let root: HTMLElement;

function show(code: 'quota' | 'timeout' | 'page-moved', before: Subject | null = null, shown = article): void {
  render(
    <WordsProvider value={createWords(keyed, 'en')}>
      <ErrorLine
        error={new RectoError(code)}
        {...{ article: shown, before }}
        onDismiss={() => undefined}
        onFail={onFail}
      />
    </WordsProvider>,
    root,
  );
}
const said = () => root.querySelector('.notice-text')?.textContent ?? '';
const labels = () => [...root.querySelectorAll('button')].map(({ textContent }) => textContent);
const press = (label: string) =>
  [...root.querySelectorAll('button')].find(({ textContent }) => textContent === label)?.click();

beforeEach(() => {
  sending.send.mockReset().mockResolvedValue(undefined);
  const estimate = vi.fn(async () => ({ usage: 1_240_000_000, quota: 1_241_000_000 }));
  const writeText = vi.fn(async () => undefined);
  vi.stubGlobal('navigator', { language: 'en', storage: { estimate }, clipboard: { writeText } });
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
  vi.unstubAllGlobals();
});

test('without room the popup says how much Recto takes and opens the settings where that can be reduced', async () => {
  const close = vi.spyOn(window, 'close').mockImplementation(() => undefined);
  show('quota');
  await vi.waitFor(() => expect(said()).toBe('error_quota roomTaken 1.24 GB errorNext_quota'));
  expect(labels()).toEqual(['makeRoom', 'popupCopyText', 'listClose']);
  press('makeRoom');
  expect(sending.send).toHaveBeenCalledExactlyOnceWith('tab.open-list', { makeRoom: true });
  await vi.waitFor(() => expect(close).toHaveBeenCalled());
});

test('the article that could not be saved can be copied', async () => {
  show('quota');
  press('popupCopyText');
  const copied = vi.mocked(navigator.clipboard.writeText).mock.calls[0]?.[0];
  expect(copied).toContain(article.title);
  expect(copied).toContain(article.text);
});

test('what is copied lacks the marks of notes, which would be parts of its words', async () => {
  const mark = '<sup><a href="#fn-1" role="doc-noteref">1</a></sup>';
  show('quota', null, { ...article, html: `<p>The tide${mark} turns.</p>`, text: 'The tide1 turns.' });
  press('popupCopyText');
  expect(vi.mocked(navigator.clipboard.writeText).mock.calls[0]?.[0]).toContain('\n\nThe tide turns.\n\n');
});

test('a failure to open or copy something is reported, and the popup stays', async () => {
  const close = vi.spyOn(window, 'close').mockImplementation(() => undefined);
  close.mockClear();
  onFail.mockClear();
  sending.send.mockRejectedValue(new RectoError('no-answer'));
  vi.mocked(navigator.clipboard.writeText).mockRejectedValue(new RectoError('copy-refused'));
  show('quota');
  press('makeRoom');
  press('popupCopyText');
  await vi.waitFor(() =>
    expect(onFail.mock.calls.map(([thrown]) => thrown.code)).toEqual(['no-answer', 'copy-refused']),
  );
  expect(close).not.toHaveBeenCalled();
});

test('an error about the previous page names it, unless it says that the page has changed', () => {
  const before = { title: 'In the tab', article: sampleArticle({ title: 'The lamps of Marsh Lane' }) };
  show('timeout', before);
  expect(said()).toBe('popupPageBefore The lamps of Marsh Lane error_timeout errorNext_timeout');
  show('timeout', { title: 'In the tab', article: null });
  expect(said()).toBe('popupPageBefore In the tab error_timeout errorNext_timeout');
  show('timeout', { title: '🌊'.repeat(3000), article: null });
  expect(said()).toBe(`popupPageBefore ${'🌊'.repeat(80)}… error_timeout errorNext_timeout`);
  show('timeout', { title: 'מה\u2069 עכשיו?', article: null });
  expect(said()).toBe('popupPageBefore \u2068מה עכשיו?\u2069 error_timeout errorNext_timeout');
  show('page-moved', before);
  expect(said()).toBe('error_page_moved errorNext_page_moved');
});

test('another error does not mention room', async () => {
  show('timeout');
  expect(said()).toBe('error_timeout errorNext_timeout');
  expect(labels()).toEqual(['popupCopyText', 'listClose']);
  expect(navigator.storage.estimate).not.toHaveBeenCalled();
});
