// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { Highlight, HighlightedArticle } from '../../../src/model/highlight.ts';
import { highlightsToMarkdown } from '../../../src/model/highlights-to-markdown.ts';
import type { LibraryReader } from '../../../src/model/library.ts';
import { createWords } from '../../../src/model/words.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';
import { asPage } from '../exporting/read-markdown.ts';
import { heldAnswers } from '../fakes/held-answers.ts';
import { sampleMetadata } from '../fakes/sample-article.ts';

vi.mock('../../../src/platform/browser.ts', () => ({ browser: { runtime: { getURL: (path: string) => path } } }));
const { filterHighlights, HighlightsSection } = await import('../../../src/library/highlights-section.tsx');

const highlight = (changes: Partial<Highlight>): Highlight => ({
  ...{ id: 'h', articleId: 'a1', exact: 'The lamps were lit.', prefix: '', suffix: '', start: 0, end: 19 },
  ...{ colour: 'yellow', note: '', createdAt: 1, changedAt: 1 },
  ...changes,
});
const all = [
  {
    metadata: sampleMetadata({ title: 'Night [one]', url: 'https://news.example/a b' }),
    highlights: [highlight({}), highlight({ id: 'h2', exact: '潮水\n# 每天', note: 'ask *Maren*' })],
  },
];

test('highlights are quotes under the link of their article, notes under their quote, and nothing in them is markup', () => {
  expect(highlightsToMarkdown(all)).toBe(
    '## [Night \\[one\\]](<https://news.example/a%20b>)\n\n> The lamps were lit.\n\n> 潮水\n>\n> \\# 每天\n\nask \\*Maren\\*\n',
  );
});

test('copied highlights read back as they are: lines, lists, money, marks and addresses', () => {
  const exact = '1. It cost $5, then $6\n- a ~~b~~ ==c== %%d%% &amp; e\n=== https://a.example/~bob/_x_';
  const note = '+ mine\n\n2) see https://people.example.edu/~bob/a_b.\n---';
  const page = asPage(
    highlightsToMarkdown([
      { metadata: sampleMetadata({ title: 'On ~a~ and $b$' }), highlights: [highlight({ exact, note })] },
    ]),
  );
  const lines = (of: string) => [...page.querySelectorAll(of)].map((line) => line.textContent);
  expect(lines('h2')).toEqual(['On ~a~ and $b$']);
  expect(lines('blockquote > p')).toEqual(exact.split('\n'));
  expect(lines('h2 ~ p')).toEqual(note.split(/\n+/));
  expect([...page.querySelectorAll('p a')].map((link) => link.getAttribute('href'))).toEqual([
    'https://a.example/~bob/_x_',
    'https://people.example.edu/~bob/a_b',
  ]);
});

test('a note on the whole page stands under the title without a quote', () => {
  const [article] = all;
  const notes = [highlight({ exact: '', note: 'Ask Maren', start: 0, end: 0 })];
  expect(highlightsToMarkdown(article ? [{ ...article, highlights: notes }] : [])).toBe(
    '## [Night \\[one\\]](<https://news.example/a%20b>)\n\nAsk Maren\n',
  );
});

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
        <HighlightsSection library={library as LibraryReader} />
      </WordsProvider>,
      document.body,
    ),
  );
}
afterEach(() => act(() => render(null, document.body)));

test('of two lists that are asked for, the later one stands, whichever comes last', async () => {
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

test('a search that finds nothing says so, in a region that was there before; what was copied is told until other words are typed', async () => {
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

test('what an input method is still composing is not searched for', async () => {
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

test('an error of reading is gone once reading works', async () => {
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
