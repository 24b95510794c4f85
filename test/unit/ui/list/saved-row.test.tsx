// @vitest-environment jsdom
import { render } from 'preact';
import { expect, test } from 'vitest';
import { MarkedText } from '../../../../src/ui/list/saved-row.tsx';

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
