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

async function picturesOf(html: string): Promise<(string | null)[]> {
  const body = document.createElement('div');
  body.innerHTML = html;
  await shapeFigures.run(body, {} as PageContext);
  return [...body.querySelectorAll('img')].map((img) => img.getAttribute('src'));
}

test.each([
  ['in another box', '<div><img src="/a.jpg"></div><section><div><img src="/a.jpg"></div></section>', '/a.jpg'],
  ['in full', '<p><img src="/a-300x200.jpg"></p><p><img src="/a.jpg"></p>', '/a.jpg'],
])('a picture that comes again right after is shown once: %s', async (_where, html, shown) => {
  expect(await picturesOf(html)).toEqual([shown]);
});

test('the caption of a picture that comes twice stays with it', async () => {
  const body = document.createElement('div');
  body.innerHTML = '<img src="/a.jpg"><figure><img src="/a.jpg"><figcaption>The quay</figcaption></figure>';
  await shapeFigures.run(body, {} as PageContext);
  expect(body.querySelectorAll('img')).toHaveLength(1);
  expect(body.querySelector('figure > img + figcaption')?.textContent).toBe('The quay');
});

test.each([
  ['with text between', '<p><img src="/tick.png">Deck</p><p><img src="/tick.png">Hold</p>'],
  ['as signs in cells', '<table><tr><td><img src="/tick.png"></td><td><img src="/tick.png"></td></tr></table>'],
  ['of one service', '<img src="/image?url=%2Fa.png&w=640"><img src="/image?url=%2Fb.png&w=640">'],
  ['of two years', '<img src="/map.png?year=1950"><img src="/map.png?year=2020">'],
  ['named by numbers', '<img src="/board-8x8.png"><img src="/board-16x16.png">'],
  ['one to choose from', '<img src="/a-1024x768.jpg"><img src="/a-150x150.jpg">'],
  ['made by a script', '<img src="/image.php?id=1"><img src="/image.php?id=2">'],
])('two pictures stay: %s', async (_how, html) => {
  expect(await picturesOf(html)).toHaveLength(2);
});
