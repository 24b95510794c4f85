// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { HighlightedArticle } from '../../../src/model/highlights/highlight.ts';
import type { LibraryReader } from '../../../src/model/library.ts';
import { createWords } from '../../../src/model/words.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';
import { heldAnswers } from '../fakes/held-answers.ts';
import { sampleMetadata } from '../fakes/sample-article.ts';
import { sampleHighlight } from '../fakes/sample-highlight.ts';

vi.mock('../../../src/platform/browser.ts', () => ({ browser: { runtime: { getURL: (path: string) => path } } }));
const { filterHighlights, HighlightsSection } = await import('../../../src/library/highlights-section.tsx');

const all = [
  {
    metadata: sampleMetadata({ title: 'Night [one]', url: 'https://news.example/a b' }),
    highlights: [sampleHighlight({}), sampleHighlight({ id: 'h2', exact: '潮水\n# 每天', note: 'ask *Maren*' })],
  },
];

test.each([
  ['LAMPS', ['h']],
  ['maren', ['h2']],
  ['潮', ['h2']],
  ['night', ['h', 'h2']],
  ['glacier', []],
])('searching for %s finds text, notes and titles', (text, ids) => {
  expect(filterHighlights(all, text).flatMap(({ highlights }) => highlights.map(({ id }) => id))).toEqual(ids);
});

function show(library: Pick<LibraryReader, 'allHighlights' | 'watch'>): void {
  const words = createWords((key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' ')), 'en');
  act(() =>
    render(
      <WordsProvider value={words}>
        <HighlightsSection library={library as LibraryReader} resting={false} />
      </WordsProvider>,
      document.body,
    ),
  );
}
afterEach(() => act(() => render(null, document.body)));

test('a late answer to an earlier request does not replace the list of highlighted articles requested after it', async () => {
  const { call, calls } = heldAnswers<[], HighlightedArticle[]>();
  let tell: () => void = () => undefined;
  const watch: LibraryReader['watch'] = (listener) => {
    tell = () => listener({ ids: null });
  };
  show({ allHighlights: call, watch });
  tell();
  await calls[1]?.answer([]);
  await calls[0]?.answer(all);
  expect(document.querySelector('blockquote')).toBeNull();
});

test('the key of the search leads to its box, as in the reading list', async () => {
  show({ allHighlights: async () => all, watch: () => undefined });
  act(() => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', code: 'Slash', bubbles: true })));
  expect(document.activeElement).toBe(document.querySelector('input[type=search]'));
});

test('an empty view offers nothing to copy', async () => {
  const { call, calls } = heldAnswers<[], HighlightedArticle[]>();
  show({ allHighlights: call, watch: () => undefined });
  await calls[0]?.answer([]);
  expect(document.querySelector('.empty-title')?.textContent).toBe('highlightsEmpty');
  expect(document.querySelector('button')).toBeNull();
});

test('a search without results says so in a live region that existed before, and "copied" is shown until other words are typed', async () => {
  const writeText = vi.fn(async () => undefined);
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  show({ allHighlights: async () => all, watch: () => undefined });
  await vi.waitFor(() => expect(document.querySelector('blockquote')).not.toBeNull());
  const told = () => [...document.querySelectorAll('[role=status]')].map(({ textContent }) => textContent).join('');
  const regions = document.querySelectorAll('[role=status]').length;
  await act(() => document.querySelector('button')?.click());
  await vi.waitFor(() => expect(told()).toBe('highlightsCopied'));
  const input = document.querySelector('input');
  if (input) input.value = ' glacier ';
  await act(() => void input?.dispatchEvent(new Event('input', { bubbles: true })));
  expect(told()).toBe('listFoundNothing glacier');
  expect(document.querySelectorAll('[role=status]')).toHaveLength(regions);
  vi.unstubAllGlobals();
});

test('text that an input method is composing is not searched for', async () => {
  show({ allHighlights: async () => all, watch: () => undefined });
  await vi.waitFor(() => expect(document.querySelectorAll('blockquote')).toHaveLength(2));
  const input = document.querySelector('input') ?? document.createElement('input');
  const type = (text: string, event: Event) =>
    act(() => {
      input.value = text;
      input.dispatchEvent(event);
    });
  await type('chao', new InputEvent('input', { bubbles: true, isComposing: true }));
  expect(document.querySelectorAll('blockquote')).toHaveLength(2);
  expect(input.value).toBe('chao');
  await type('潮', new CompositionEvent('compositionend', { bubbles: true }));
  expect(document.querySelectorAll('blockquote')).toHaveLength(1);
  expect(input.value).toBe('潮');
});

test('an error of reading disappears once reading works', async () => {
  let tell: () => void = () => undefined;
  const allHighlights = vi.fn(async () => all).mockRejectedValueOnce(new Error('locked'));
  show({
    allHighlights,
    watch: (listener) => {
      tell = () => listener({ ids: null });
    },
  });
  await vi.waitFor(() => expect(document.querySelector('[role=alert]')).not.toBeNull());
  tell();
  await vi.waitFor(() => expect(document.querySelector('blockquote')).not.toBeNull());
  expect(document.querySelector('[role=alert]')).toBeNull();
});

test('highlights that could not be read are shown after a second try', async () => {
  show({ allHighlights: vi.fn(async () => all).mockRejectedValueOnce(new Error('locked')), watch: () => undefined });
  await vi.waitFor(() => expect(document.querySelector('[role=alert] button')?.textContent).toBe('listTryAgain'));
  act(() => document.querySelector<HTMLElement>('[role=alert] button')?.click());
  await vi.waitFor(() => expect(document.querySelector('blockquote')).not.toBeNull());
  expect(document.querySelector('[role=alert]')).toBeNull();
});
