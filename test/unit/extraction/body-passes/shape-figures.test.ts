// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { shapeFigures } from '../../../../src/extraction/body-passes/shape-figures.ts';
import type { PageContext } from '../../../../src/extraction/extraction-pass.ts';

test('a paragraph with hundreds of pictures is searched for captions once, not once for each', async () => {
  const body = document.createElement('div');
  const signs = Array.from({ length: 300 }, (_, at) => `<img src="${at}.png"> word `).join('');
  body.innerHTML = `<p align="center">${signs}</p><p align="center"><img src="b.png"><br>The harbour</p>`;
  document.body.replaceChildren(body);
  const find = vi.spyOn(Element.prototype, 'querySelector');
  await shapeFigures.run(body, {} as PageContext);
  const looked = find.mock.calls.filter(([selector]) => selector.includes('+ br')).length;
  vi.restoreAllMocks();
  expect(looked).toBe(1);
  expect(body.querySelector('figure > figcaption')?.textContent).toBe('The harbour');
});
