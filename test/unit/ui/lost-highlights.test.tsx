// @vitest-environment jsdom
import { render } from 'preact';
import { expect, test } from 'vitest';
import type { Highlight } from '../../../src/model/highlight.ts';
import { LostHighlights } from '../../../src/ui/highlights/lost-highlights.tsx';

const highlight = (id: string, exact: string, note: string): Highlight => ({
  ...{ id, articleId: 'a', exact, prefix: '', suffix: '', start: 0, end: 0 },
  ...{ colour: 'yellow', note, createdAt: 0, changedAt: 0 },
});

test('a note about the whole page is not called a highlight whose text is gone', () => {
  const highlights = [highlight('1', '', 'About the page'), highlight('2', 'Gone', '')];
  render(<LostHighlights highlights={highlights} translate={(key) => key} />, document.body);
  expect([...document.querySelectorAll('section')].map(({ textContent }) => textContent)).toEqual([
    'highlightNoteAbout the page',
    'highlightLostGone',
  ]);
  expect(document.querySelectorAll('blockquote p:empty')).toHaveLength(0);
});
