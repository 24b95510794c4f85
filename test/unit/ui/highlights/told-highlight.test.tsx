// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import type { Highlight } from '../../../../src/model/highlights/highlight.ts';
import { ToldHighlight } from '../../../../src/ui/highlights/told-highlight.tsx';
import { sampleHighlight } from '../../fakes/sample-highlight.ts';

afterEach(() => render(null, document.body));

/** What the region says of a highlight, after what it said before. */
function told(highlight: Highlight | null, editing = false): string {
  const translate = (key: string) => key;
  render(<ToldHighlight {...{ highlight, editing, translate }} />, document.body);
  return [...document.querySelectorAll('[role=status] bdi')].map(({ textContent }) => textContent).join(' | ');
}

test('a note that is being typed is not told each time that it is kept, and is told when the highlight is met again', () => {
  const noted = (note: string) => sampleHighlight({ exact: 'The lamps', note });
  expect(told(noted('By whom?'))).toBe('The lamps | By whom?');
  expect(told(noted('By whom?'), true)).toBe('The lamps | By whom?');
  expect(told(noted('By whom? By Maren'), true)).toBe('The lamps | By whom?');
  expect(told(null)).toBe('');
  expect(told(noted('By whom? By Maren'))).toBe('The lamps | By whom? By Maren');
});

test('a highlight whose note is opened from elsewhere is told with its own note, and not that of the one before', () => {
  expect(told(sampleHighlight({ id: 'a', exact: 'The lamps', note: 'first' }), true)).toBe('The lamps | first');
  expect(told(sampleHighlight({ id: 'b', exact: 'The boats', note: 'second' }), true)).toBe('The boats | second');
});
