// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { highlightsToMarkdown } from '../../../src/exporting/highlights-to-markdown.ts';
import { sampleMetadata } from '../fakes/sample-article.ts';
import { sampleHighlight } from '../fakes/sample-highlight.ts';
import { asPage } from './read-markdown.ts';

const all = [
  {
    metadata: sampleMetadata({ title: 'Night [one]', url: 'https://news.example/a b' }),
    highlights: [sampleHighlight({}), sampleHighlight({ id: 'h2', exact: '潮水\n# 每天', note: 'ask *Maren*' })],
  },
];

test('highlights are quotations under a link to their article, with notes below, and their text is escaped', () => {
  expect(highlightsToMarkdown(all)).toBe(
    '## [Night \\[one\\]](<https://news.example/a b>)\n\n> The lamps were lit.\n\n> 潮水\n>\n> \\# 每天\n\nask \\*Maren\\*\n',
  );
});

test('copied highlights parse back to the same text: lines, lists, money, marks and addresses', () => {
  const exact = '1. It cost $5, then $6\n- a ~~b~~ ==c== %%d%% &amp; e\n=== https://a.example/~bob/_x_';
  const note = '+ mine\n\n2) see https://people.example.edu/~bob/a_b.\n---';
  const page = asPage(
    highlightsToMarkdown([
      { metadata: sampleMetadata({ title: 'On ~a~ and $b$' }), highlights: [sampleHighlight({ exact, note })] },
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
  const notes = [sampleHighlight({ exact: '', note: 'Ask Maren', start: 0, end: 0 })];
  expect(highlightsToMarkdown(article ? [{ ...article, highlights: notes }] : [])).toBe(
    '## [Night \\[one\\]](<https://news.example/a b>)\n\nAsk Maren\n',
  );
});

test('a title of several lines is one heading', () => {
  const metadata = sampleMetadata({ title: ' Night\n\tone\n two ', url: 'https://news.example/a' });
  expect(highlightsToMarkdown([{ metadata, highlights: [] }])).toBe('## [Night one two](https://news.example/a)\n');
});
