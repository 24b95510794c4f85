// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { copyFormulas, linesOf } from '../../../../../src/ui/reader/copying/copy-formulas.ts';

function copied(html: string): string | undefined {
  document.body.innerHTML = `<article>${html}</article>`;
  const body = document.querySelector('article') as HTMLElement;
  document.getSelection()?.selectAllChildren(body);
  const setData = vi.fn<(type: string, text: string) => void>();
  const event = { clipboardData: { setData }, preventDefault: () => undefined };
  copyFormulas(event as unknown as ClipboardEvent, body);
  return setData.mock.calls[0]?.[1];
}

const FORMULA = '<math data-tex="x^2"><msup><mi>x</mi><mn>2</mn></msup></math>';

test('formulas are copied as TeX with the lines around them, without what is hidden', () => {
  expect(copied(`<p>First<br>second ${FORMULA}</p><p data-hidden>Hidden</p><p>Last</p>`)).toBe(
    'First\nsecond $x^2$\nLast',
  );
  expect(copied('<p>No formula</p>')).toBeUndefined();
});

function lines(html: string): string {
  document.body.innerHTML = html;
  return linesOf(document.body.firstElementChild as Element);
}

test('lines of code separated by br or boxes are copied as lines with their indents', () => {
  expect(lines('<pre>  if (a) {<br>    b();<br><br>}</pre>')).toBe('  if (a) {\n    b();\n\n}');
  expect(lines('<pre><code><div>  a();</div><div>b();</div></code></pre>')).toBe('  a();\nb();');
});

test('line breaks in code are kept', () => {
  expect(lines('<pre>\n\n  a\n\n<span>b</span> c\n</pre>')).toBe('\n  a\n\nb c\n');
});

test('spaces at the beginning of a line or after another are not copied, except in code', () => {
  expect(lines('<div><p>a</p><p>\n  Text</p>b <b> c</b><br> d&nbsp; e</div>')).toBe('a\nText\nb c\nd\u00a0 e');
  expect(lines('<pre>a <span> </span> b<br> <i> c</i></pre>')).toBe('a   b\n  c');
});

test('text around a formula is copied with its visible lines, and cells are not joined', () => {
  expect(copied(`<p>First\n    of two <b>\n</b> ${FORMULA}</p>\n\n  <p>Last</p>`)).toBe('First of two $x^2$\nLast');
  const rows = `<tr><th>a</th><th>b</th></tr>\n<tr><td>${FORMULA}</td><td>c</td></tr>`;
  expect(copied(`<table><caption>Table</caption>${rows}</table>`)).toBe('Table\na\nb\n$x^2$\nc');
  expect(copied(`<details><summary>Head</summary>in ${FORMULA}</details>`)).toBe('Head\nin $x^2$');
});

test('the text so far is not read again for each line', () => {
  const body = document.createElement('div');
  body.innerHTML = '<p>A line of words.</p>'.repeat(400);
  let looked = 0;
  const { slice, endsWith } = String.prototype;
  vi.spyOn(String.prototype, 'slice').mockImplementation(function (this: string, start, end) {
    looked += this.length;
    return slice.call(this, start, end);
  });
  vi.spyOn(String.prototype, 'endsWith').mockImplementation(function (this: string, end) {
    looked += this.length;
    return endsWith.call(this, end);
  });
  const text = linesOf(body);
  vi.restoreAllMocks();
  expect(text.split('\n').length).toBe(400);
  expect(looked).toBeLessThan(3 * text.length);
});
