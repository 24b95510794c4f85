// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { findBoldHeadings } from '../../../../src/extraction/markup/find-bold-headings.ts';

const STORY = `<p>${'The harbour was quiet, the boats were in, and nobody spoke of what had happened. '.repeat(2)}</p>`;
const section = (name: string) => `<p><b>${name}</b></p>${STORY.repeat(2)}`;

/** The headings of a body, each with the number above it. */
function headingsOf(html: string): string[] {
  const body = document.createElement('div');
  body.innerHTML = html;
  return findBoldHeadings(body, 'en').map(({ element, parts }) =>
    [...parts, element].map((part) => part.textContent).join(' '),
  );
}

test('the number of a section becomes part of its heading', () => {
  const headings = ['01', 'NO.2', 'Part 3'].map((number, at) => `<p>${number}</p>${section(`Winter ${at}`)}`).join('');
  expect(headingsOf(STORY + headings)).toEqual(['01 Winter 0', 'NO.2 Winter 1', 'Part 3 Winter 2']);
});

test.each([
  '<table><tr><th>Boat</th><th>Crew</th></tr><tr><td>Heron</td><td>12</td></tr></table>',
  '<table><tr><th>Boat</th><th>Crew</th></tr><tr><td>Heron</td><td><p>12</p></td></tr></table>',
  '<ul><li>Boats</li><li>12</li></ul>',
])('a number at the end of a table or list stays there: %s', (before) => {
  expect(headingsOf(STORY + before + section('Second winter') + section('Third winter'))).toEqual([
    'Second winter',
    'Third winter',
  ]);
});

test('bold words at the beginning of a definition are not a heading', () => {
  const term = (name: string) => `<dt>${name}</dt><dd>${section(`Of ${name}`)}</dd>`;
  expect(headingsOf(`${STORY}<dl>${term('oak')}${term('ash')}</dl>${STORY}`)).toEqual([]);
});
