// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import type { Highlight } from '../../../../src/model/highlights/highlight.ts';
import { LostHighlights } from '../../../../src/ui/highlights/lost-highlights.tsx';

const highlight = (changes: Partial<Highlight>): Highlight => ({
  ...{ id: 'h', articleId: 'a1', exact: 'The lamps were lit.', prefix: '', suffix: '', start: 0, end: 19 },
  ...{ colour: 'yellow', note: '', createdAt: 1, changedAt: 1 },
  ...changes,
});
const root = document.body.appendChild(document.createElement('div'));
const sectionsOf = (...highlights: Highlight[]): string[] => {
  render(<LostHighlights highlights={highlights} lang="de" translate={(key) => key} />, root);
  return [...root.querySelectorAll('section')].map((section) => section.textContent);
};

afterEach(() => render(null, root));

test('a note on the whole page is not listed as having lost its passage', () => {
  const note = highlight({ id: 'n', exact: '', note: 'Ask Maren' });
  expect(sectionsOf(note)).toEqual(['highlightNoteAsk Maren']);
  expect(root.querySelectorAll('p:empty')).toHaveLength(0);
  expect(sectionsOf(highlight({}), note)).toEqual(['highlightNoteAsk Maren', 'highlightLostThe lamps were lit.']);
});

test('the words of the article are told to be in its language, and the rest is in that of the interface', () => {
  sectionsOf(highlight({ note: 'Ask Maren' }));
  expect([...root.querySelectorAll('p')].map(({ lang }) => lang)).toEqual(['', 'de', '']);
});

test('without lost highlights and notes nothing is shown', () => {
  expect(sectionsOf()).toEqual([]);
});
