// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { RectoError } from '../../../src/model/errors/recto-error.ts';
import type { Library } from '../../../src/model/library.ts';
import type { Translate } from '../../../src/model/message-key.ts';
import { parseReaderSettings } from '../../../src/model/settings/reader-settings.ts';
import { createWords } from '../../../src/model/words.ts';
import type { OpenedArticle } from '../../../src/reader/open-early.ts';
import { sampleArticle, sampleMetadata } from '../fakes/sample-article.ts';

const refuse = vi.fn(async () => Promise.reject(new RectoError('no-answer')));
vi.mock('../../../src/messaging/send.ts', () => ({ send: refuse }));
vi.mock('../../../src/messaging/site-source.ts', () => ({ SITE_SOURCE: {} }));
vi.mock('../../../src/platform/is-firefox.ts', () => ({ isFirefox: () => true }));
vi.mock('../../../src/platform/is-private-window.ts', () => ({ isPrivateWindow: () => true }));
vi.mock('../../../src/platform/settings-source.ts', () => ({
  SETTINGS_SOURCE: { read: () => new Promise(() => undefined), watch: () => undefined, write: async () => undefined },
}));
vi.mock('../../../src/reader/saved-reader.tsx', async () => {
  const { h } = await import('preact');
  return { SavedReader: () => h('button', { type: 'button' }, 'control') };
});
const { ReaderPage } = await import('../../../src/reader/reader-page.tsx');

const keyed: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));
let change = (_change: { ids: null }): void => undefined;
const library = {
  watch: (listener: typeof change) => {
    change = listener;
  },
  open: async () => null,
  openPictures: async () => [],
  markOpened: async () => undefined,
} as unknown as Library;

async function show(opened: OpenedArticle, place: HTMLElement = document.body): Promise<void> {
  const props = { library, words: createWords(keyed, 'en'), initialSettings: parseReaderSettings({}), toggleKey: null };
  const early = { opened, site: null, isOutdated: () => false };
  await act(() => render(<ReaderPage {...props} early={early} openList={refuse} />, place));
}

afterEach(() => render(null, document.body));

test.each<[string, OpenedArticle, string]>([
  ['an article that is gone', { kind: 'failed', error: new RectoError('not-found') }, 'readerList'],
  [
    'a link without text',
    { kind: 'opened', saved: { metadata: sampleMetadata({ kind: 'link' }), article: null }, pictures: [] },
    'readerOriginal',
  ],
])('in place of %s a way on that fails says why', async (_what, opened, label) => {
  await show(opened);
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label);
  await act(() => button?.click());
  const told = () => document.querySelector('.notice')?.textContent;
  await vi.waitFor(() => expect(told()).toBe('error_no_answer errorNext_no_answer'));
});

test.each([
  ['not-found', ['readerList']],
  ['storage-unavailable', ['listTryAgain', 'readerList']],
] as const)('an article that cannot be shown (%s) offers the actions that may help', async (code, offered) => {
  await show({ kind: 'failed', error: new RectoError(code) });
  expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual(offered);
});

test.each([
  ['file:///home/me/story.html', ['readerList']],
  ['https://news.example/a', ['readerOriginal', 'readerList']],
])('an article whose text is lost leads to its page if that can be opened: %s', async (url, offered) => {
  const metadata = sampleMetadata({ url });
  await show({ kind: 'opened', saved: { metadata, article: null }, pictures: [] });
  expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual(offered);
});

test('when another window removes the article for good, the focus of its control goes to what is shown instead', async () => {
  // The library's list waits before it in the page.
  const list = document.body.appendChild(document.createElement('div'));
  list.hidden = true;
  list.appendChild(document.createElement('main')).tabIndex = -1;
  const page = document.body.appendChild(document.createElement('main'));
  page.tabIndex = -1;
  const saved = { metadata: sampleMetadata(), article: sampleArticle() };
  await show({ kind: 'opened', saved, pictures: [] }, page);
  document.querySelector('button')?.focus();
  expect(document.activeElement?.textContent).toBe('control');
  await act(() => change({ ids: null }));
  await vi.waitFor(() => expect(page.textContent).toContain('readerList'));
  expect(document.activeElement).toBe(page);
  render(null, page);
  page.remove();
  list.remove();
});
