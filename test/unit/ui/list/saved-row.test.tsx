// @vitest-environment jsdom
import { render } from 'preact';
import { expect, test } from 'vitest';
import { createWords } from '../../../../src/model/words.ts';
import { MarkedText, SavedRow } from '../../../../src/ui/list/saved-row.tsx';
import { WordsProvider } from '../../../../src/ui/list/words-context.ts';
import { savedItem } from './saved-item.ts';

test.each<[string, [number, number][], string]>([
  ['the red page', [[4, 7]], 'the <mark>red</mark> page'],
  ['互联网', [[0, 2]], '<mark>互联</mark>网'],
  [
    'two in one',
    [
      [4, 6],
      [0, 3],
    ],
    '<mark>two</mark> <mark>in</mark> one',
  ],
  [
    'overlap',
    [
      [0, 4],
      [2, 6],
    ],
    '<mark>over</mark>lap',
  ],
  ['short', [[3, 99]], 'short'],
  ['<b>not</b>', [[0, 3]], '<mark>&lt;b&gt;</mark>not&lt;/b&gt;'],
])('%s', (text, marks, html) => {
  const root = document.createElement('p');
  render(<MarkedText text={text} marks={marks} />, root);
  expect(root.innerHTML).toBe(html);
});

test('the title of an imported link says in which language it is, for its typeface and for screen readers', () => {
  const root = document.createElement('ul');
  const words = createWords((key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' ')), 'en');
  const item = savedItem({ id: '1', kind: 'link', title: '“船可以等人”', lang: null });
  const ignore = () => undefined;
  render(
    <WordsProvider value={words}>
      <SavedRow item={item} href={item.url} active={false} shortcut="" onAction={ignore} onFocus={ignore} />
    </WordsProvider>,
    root,
  );
  expect(root.querySelector('a')?.lang).toBe('zh');
});
