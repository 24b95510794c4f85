// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { linesOf } from '../../../../src/ui/reader/lines-of.ts';

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
