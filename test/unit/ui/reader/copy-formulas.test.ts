// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { copyFormulas, linesOf } from '../../../../src/ui/reader/copy-formulas.ts';

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

test('lines of code that br or boxes part are lines in what is copied, with their indents', () => {
  expect(lines('<pre>  if (a) {<br>    b();<br><br>}</pre>')).toBe('  if (a) {\n    b();\n\n}');
  expect(lines('<pre><code><div>  a();</div><div>b();</div></code></pre>')).toBe('  a();\nb();');
});

test('lines that are written as such stay what they are', () => {
  expect(lines('<pre>\n\n  a\n\n<span>b</span> c\n</pre>')).toBe('\n  a\n\nb c\n');
});
