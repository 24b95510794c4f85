// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { blockText } from '../../../src/extraction/block-text.ts';
import { mapText, offsetsOf, rangeOf, showText, showWritten } from '../../../src/highlighting/text-map.ts';

const PARAGRAPHS = 400;

test('the place of a passage is found by asking few text nodes of a long article', () => {
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

test('the text nodes are searched by bisection for each highlight', () => {
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

const bodyOf = (html: string): HTMLElement => {
  const body = document.createElement('div');
  body.innerHTML = html;
  document.body.replaceChildren(body);
  return body;
};

test.each([
  ['words beside a block', 'before<p>within</p>behind', 'before\nwithin\nbehind'],
  ['a block that ends a box', '<div>one<p>two</p></div>three', 'one\ntwo\nthree'],
  ['lines', 'one<br>two<br><br>three', 'one\ntwo\nthree'],
  ['blanks of all kinds', '<p>\t one\r\n \f two \n</p><p> \n </p>three', 'one two\nthree'],
  ['blanks between elements', '<p>one <b> two</b> <i>three </i></p>', 'one two three'],
  ['a blank that does not break', '<p>a\u00a0b</p><p>\u00a0</p>c', 'a\u00a0b\n\u00a0\nc'],
  ['wide blanks', '<p>　<b>字</b>　 </p><p>a 　 <i>b</i></p>', '　字　\na 　 b'],
  ['a listing', '<pre>if:\n\n\tgo()\n    stop() </pre>then', 'if:\n\tgo()\n    stop()\nthen'],
  [
    'listings at the end of a box and after it',
    '<div><pre>if:\n  go()</pre></div>a  b<pre>else:\n  stop()</pre>c',
    'if:\n  go()\na b\nelse:\n  stop()\nc',
  ],
  ['a listing in colours', '<pre><b>if:</b>\n  <i>go()</i></pre>a  b', 'if:\n  go()\na b'],
])(
  '%s are the lines that the list knows of the article, and each leads back to where it stands',
  (_what, html, text) => {
    const body = bodyOf(html);
    const map = mapText(body);
    expect(map.text).toBe(text);
    expect(blockText(body)).toBe(text);
    for (const { 0: word, index } of text.matchAll(/\S+/g)) {
      const range = rangeOf(map, index, index + word.length);
      expect(String(range)).toBe(word);
      expect(range && offsetsOf(map, range)).toEqual({ start: index, end: index + word.length });
    }
  },
);

test('what follows an article on the page is not read as its text', () => {
  const page = bodyOf('<main><div>One</div></main><p>Two</p>');
  expect(mapText(page.querySelector('main > div') as Element).text).toBe('One');
});

test('gives no range for words that are missing, or that the page has removed since', () => {
  const body = bodyOf('<p>One two</p>');
  const map = mapText(body);
  expect(rangeOf({ text: '', pieces: [] }, 0, 1)).toBeNull();
  expect(String(rangeOf(map, 4, 7))).toBe('two');
  (body.querySelector('p')?.firstChild as Text).data = 'One';
  expect(rangeOf(map, 4, 7)).toBeNull();
  expect(rangeOf(map, 0, 7)).toBeNull();
  expect(String(rangeOf(map, 0, 3))).toBe('One');
});

test('in a text shown in converted characters the written ones count, until the page replaces them by text of another length', () => {
  const body = bodyOf('<p>汉字</p>');
  const text = body.querySelector('p')?.firstChild as Text;
  showText(text, '漢字');
  expect([text.data, mapText(body).text]).toEqual(['漢字', '汉字']);
  text.data = '漢字書';
  expect(mapText(body).text).toBe('漢字書');
  showWritten(text);
  expect([text.data, mapText(body).text]).toEqual(['汉字', '汉字']);
  text.data = '新字';
  showWritten(text);
  expect(mapText(body).text).toBe('新字');
});
