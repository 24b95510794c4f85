// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { mapText, offsetsOf, rangeOf } from '../../../src/highlighting/text-map.ts';

const PARAGRAPHS = 400;

test('where a passage stands is asked of few of the texts of a long article', () => {
  const body = document.createElement('div');
  for (let at = 0; at < PARAGRAPHS; at += 1) {
    const paragraph = document.createElement('p');
    paragraph.append(`Paragraph ${at}.`);
    body.append(paragraph);
  }
  document.body.replaceChildren(body);
  const map = mapText(body);
  const compare = vi.spyOn(Range.prototype, 'comparePoint');
  for (const word of ['Paragraph 0.', 'Paragraph 250.\nParagraph 251.', `Paragraph ${PARAGRAPHS - 1}.`]) {
    const start = map.text.indexOf(word);
    const range = rangeOf(map, start, start + word.length) as Range;
    compare.mockClear();
    expect(offsetsOf(map, range)).toEqual({ start, end: start + word.length });
    expect(compare.mock.calls.length).toBeLessThan(30);
  }
  vi.restoreAllMocks();
});

test('the pieces of a text are looked through by halves for each highlight', () => {
  const body = document.createElement('div');
  for (let at = 0; at < PARAGRAPHS; at += 1) body.append(document.createElement('br'), `Line ${at}.`);
  const map = mapText(body);
  let asked = 0;
  const pieces = map.pieces.map((piece) => ({
    ...piece,
    get at() {
      asked += 1;
      return piece.at;
    },
  }));
  const start = map.text.indexOf('Line 390.');
  expect(String(rangeOf({ ...map, pieces }, start, start + 9))).toBe('Line 390.');
  expect(asked).toBeLessThan(30);
});
