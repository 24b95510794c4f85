// @vitest-environment jsdom
import { render } from 'preact';
import { expect, test } from 'vitest';
import type { SavedMetadata } from '../../../../../src/model/saved-article.ts';
import { createWords } from '../../../../../src/model/words.ts';
import { MarkedText, SavedRow } from '../../../../../src/ui/list/rows/saved-row.tsx';
import { WordsProvider } from '../../../../../src/ui/list/words-context.ts';
import { savedItem } from '../saved-item.ts';

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

/** A row of the list, or of the popup, as it is drawn. */
function drawRow(item: SavedMetadata, organising = false): HTMLElement {
  const root = document.createElement('ul');
  const words = createWords((key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' ')), 'en');
  const ignore = () => undefined;
  const organise = { selected: false, tagHref: (tag: string) => `#${tag}`, onSelect: ignore };
  render(
    <WordsProvider value={words}>
      <SavedRow
        {...{ item, href: item.url, active: false, shortcut: '', onAction: ignore, onFocus: ignore }}
        {...(organising && { organising: organise })}
      />
    </WordsProvider>,
    root,
  );
  return root;
}

test('the title of an imported link says in which language it is, for its typeface and for screen readers', () => {
  const root = drawRow(savedItem({ id: '1', kind: 'link', title: '“船可以等人”', lang: null }));
  expect(root.querySelector('a')?.lang).toBe('zh');
});

test.each([false, true])(
  'of thousands of tags a row draws a hundred, and says how many there are beside them, in the tab: %s',
  (organising) => {
    const tagsOf = (count: number) => {
      const tags = Array.from({ length: count }, (_, index) => `Tag ${index + 1}`);
      const drawn = drawRow(savedItem({ id: '1', tags }), organising).querySelectorAll('.row-tag');
      return [drawn.length, drawn[99]?.textContent, drawn[100]?.textContent];
    };
    expect(tagsOf(100)).toEqual([100, 'Tag 100', undefined]);
    expect(tagsOf(2100)).toEqual([101, 'Tag 100', 'importMore 2,000']);
  },
);
