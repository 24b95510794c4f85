// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import type { Highlight, HighlightedArticle } from '../../../src/model/highlight.ts';
import { highlightsToMarkdown } from '../../../src/model/highlights-to-markdown.ts';
import type { LibraryReader } from '../../../src/model/library.ts';
import { createWords } from '../../../src/model/words.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';
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
    '## [Night \\[one\\]](<https://news.example/a%20b>)\n\n> The lamps were lit.\n\n> 潮水\n> \\# 每天\n\nask \\*Maren\\*\n',
  );
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

test('of two lists that are asked for, the later one stands, whichever comes last', async () => {
  const { call, calls } = heldAnswers<[], HighlightedArticle[]>();
  let tell: () => void = () => undefined;
  const watch = (listener: typeof tell) => {
    tell = listener;
  };
  const library = { allHighlights: call, watch } as unknown as LibraryReader;
  const words = createWords((key) => (key === 'localeTag' ? 'en' : key), 'en');
  act(() =>
    render(
      <WordsProvider value={words}>
        <HighlightsSection library={library} />
      </WordsProvider>,
      document.body,
    ),
  );
  tell();
  await calls[1]?.answer([]);
  await calls[0]?.answer(all);
  expect(document.querySelector('blockquote')).toBeNull();
});
