// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { codeText } from '../../../src/exporting/code-text.ts';

test('a box around a line gives one line break, and the text so far is not read again for each', () => {
  const pre = document.createElement('pre');
  for (let at = 0; at < 300; at += 1)
    pre.append(Object.assign(document.createElement('div'), { textContent: 'let boats = 3;' }));
  let read = 0;
  const { endsWith } = String.prototype;
  vi.spyOn(String.prototype, 'endsWith').mockImplementation(function (this: string, end) {
    read += this.length;
    return endsWith.call(this, end);
  });
  const text = codeText(pre);
  vi.restoreAllMocks();
  expect(text).toBe('let boats = 3;\n'.repeat(300));
  expect(read).toBeLessThan(2 * text.length);
});
