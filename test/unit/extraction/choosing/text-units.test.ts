// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { measureText } from '../../../../src/extraction/choosing/text-measure.ts';
import { listTextUnits } from '../../../../src/extraction/choosing/text-units.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test('loose text has the place of its first words, and is not read again for each box beside it', () => {
  const SENTENCE = 'The harbour was quiet, the boats were in, and nobody on the quay spoke of it. ';
  const box = document.createElement('div');
  for (let at = 0; at < 200; at += 1) {
    const word = document.createElement('div');
    word.textContent = 'Harbour';
    box.append(at === 0 ? ' ' : SENTENCE, word);
  }
  const measures = measureText(box);
  let looked = 0;
  const { trim } = String.prototype;
  vi.spyOn(String.prototype, 'trim').mockImplementation(function (this: string) {
    looked += this.length;
    return trim.call(this);
  });
  const units = listTextUnits(box, measures);
  vi.restoreAllMocks();
  expect(looked).toBeLessThan(3 * SENTENCE.length * 200);
  expect(units.length).toBe(201);
  expect(units.findIndex(({ loose }) => loose)).toBe(1);
});

const LONG = 'The harbour was quiet, the boats were in, and nobody on the quay spoke of what had happened. '.repeat(8);
const MENU = ['News', 'Sport', 'Letters', 'Weather'].map((word) => `<a href="/${word}">${word}</a><br>`).join('');

/** The elements that the units of some HTML stand in. */
function unitsOf(html: string): string[] {
  const box = document.createElement('div');
  box.innerHTML = html;
  return listTextUnits(box, measureText(box)).map(({ element }) => element.tagName);
}

test('a table with an article in one cell and links in the others is judged cell by cell', () => {
  expect(unitsOf(`<table><tr><td>${MENU}</td><td>${LONG}</td></tr></table>`)).toEqual(['TD', 'TD']);
});

test.each([
  ['posts', `<table><tr><td>Ada</td><td>${LONG}</td></tr><tr><td>Per</td><td>Thanks!</td></tr></table>`],
  ['facts with header cells', `<table><tr><th>Depth<td>4 m<tr><th>Port<td>${LONG}<tr><th>Map<td>${MENU}</table>`],
  ['steps in a list', `<ol><li>Open it.<li>Look:<table><tr><td>${LONG}</table><li>Close it.</ol>`],
  ['what is collapsed', `<details><summary>The report</summary><table><tr><td>1<td>${LONG}</table></details>`],
])('a long cell does not part %s', (_what, html) => {
  expect(unitsOf(html)).toHaveLength(1);
});

/** The texts of the units of some HTML. */
function textsOf(html: string): string[] {
  const box = document.createElement('div');
  box.innerHTML = html;
  return listTextUnits(box, measureText(box)).map(({ text }) => text.trim());
}

test('a text has a line for each block, however the source is laid out', () => {
  const parts = ['<ul>', '<li>', 'The ferry', '</li>', '<li>', 'The <b>new</b> pump', '</li>', '</ul>'];
  const pretty = '<p>Nobody knows\n  when it comes.</p>\n';
  expect(textsOf(parts.join(''))).toEqual(['The ferry\nThe new pump']);
  expect(textsOf(parts.join('\n    '))).toEqual(textsOf(parts.join('')));
  expect(textsOf(pretty)).toEqual(['Nobody knows when it comes.']);
  expect(textsOf(`The ferry<br>The\n pump${pretty}Monday`)[0]?.split(/\s*\n\s*/)).toEqual([
    'The ferry',
    'The pump',
    'Monday',
  ]);
});
