// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { settleStructure } from '../../../src/sanitising/settle-structure.ts';
import { listHideable } from '../../../src/ui/reader/hiding/hidden-blocks.ts';
import { listTextBlocks } from '../../../src/ui/reader/position/reading-place.ts';

function settled(html: string): string {
  const box = document.createElement('div');
  box.innerHTML = html;
  settleStructure(box);
  const once = box.innerHTML;
  settleStructure(box);
  expect(box.innerHTML).toBe(once);
  return once;
}

const table = (...rows: string[]): string =>
  `<table><tbody>${rows.map((row) => `<tr>${row}</tr>`).join('')}</tbody></table>`;
const COLUMNS = '<th scope="col"><b>Day</b></th><th scope="col"><p><strong>Ice</strong></p></th>';
const BOLD = '<td><b>Day</b></td><td><p><strong>Ice</strong></p></td>';
const ROW = '<td>Monday</td><td>3 cm</td>';

test.each([
  [
    'an empty corner',
    table(`<th scope="col" id="in-a"> </th><th>Ice</th>`, ROW),
    table('<td id="in-a"> </td><th>Ice</th>', ROW),
  ],
  ['a picture as header', table('<th><img></th><th>Ice</th>', ROW), null],
  ['a bold first row', table(BOLD, ROW), table(COLUMNS, ROW)],
  ['a bold first row with an empty corner', table(`<td></td>${BOLD}`, ROW), table(`<td></td>${COLUMNS}`, ROW)],
  ['a bold first row of which a cell says more', table(`${BOLD}<td><b>Wind</b> in knots</td>`, ROW), null],
  ['a bold first row of one cell', table('<td><b>Ice</b></td>', '<td>3 cm</td>'), null],
  ['a bold row alone', table(BOLD), null],
  ['bold rows alone', table(BOLD, BOLD), null],
  ['a bold first row beside headers', table(BOLD, '<th>Monday</th><td>3 cm</td>'), null],
  [
    'cells of a head',
    `<table><thead><tr><td>Day</td><td></td></tr></thead><tbody><tr>${ROW}</tr></tbody></table>`,
    `<table><thead><tr><th scope="col">Day</th><td></td></tr></thead><tbody><tr>${ROW}</tr></tbody></table>`,
  ],
  ['terms with descriptions', '<dl><div><dt>a</dt></div><dd>b</dd></dl>', null],
  ['descriptions alone', '<dl><dd>a</dd></dl>', '<dl role="none"><dd>a</dd></dl>'],
  ['terms alone', '<dl><dt>a</dt></dl>', '<dl role="none"><dt>a</dt></dl>'],
  ['items', '<ul> <li>a</li> <li>b</li> </ul>', null],
  ['boxed items', '<ul> <div> <li>a</li> </div><div><li>b</li></div></ul>', '<ul>  <li>a</li> <li>b</li></ul>'],
  [
    'words behind an item',
    '<ul><li>a</li> b <b>c</b> <li>d</li></ul>',
    '<ul><li><p>a</p><div> b <b>c</b> </div></li><li>d</li></ul>',
  ],
  [
    'a list behind an item',
    '<ol><li>a</li><ul><li>b</li></ul><li>c</li></ol>',
    '<ol><li><p>a</p><ul><li>b</li></ul></li><li>c</li></ol>',
  ],
  ['a paragraph before all items', '<ul><p>a</p><li>b</li></ul>', '<p>a</p><ul><li>b</li></ul>'],
  [
    'a quotation and a formula among words behind an item',
    '<ul><li>a</li>b <cite>c</cite>, <q>d</q> <math></math></ul>',
    '<ul><li><p>a</p><div>b <cite>c</cite>, <q>d</q> <math></math></div></li></ul>',
  ],
  ['a line break behind an item', '<ul><li>a</li><br></ul>', '<ul><li>a<br></li></ul>'],
  [
    'words before all items',
    '<p>a</p>b<ul>c <b>d</b><li>e</li></ul>',
    '<p>a</p>b<div>c <b>d</b></div><ul><li>e</li></ul>',
  ],
  [
    'items in a box that says their language and is led to',
    '<ul><div id="in-a" lang="ar" dir="rtl" class="embed"><li>a</li><li id="in-b" lang="en">b</li></div></ul>',
    '<ul><li id="in-a" lang="ar" dir="rtl">a</li><li id="in-b" lang="en" dir="rtl">b</li></ul>',
  ],
  ['a list without items', '<ul><p>a</p></ul>', '<ul role="none"><p>a</p></ul>'],
])('%s', (_, html, wanted) => {
  expect(settled(html)).toBe(wanted ?? html);
});

test.each([
  ['<ol><li>a</li><ul><li>b</li></ul><li>c</li></ol>'],
  ['<ul><li>a<br><i>b</i> <math><mi>c</mi></math></li><p>d</p><li>e</li></ul>'],
  ['<ul><li>a</li><div>b</div><li>c</li></ul>'],
  ['<ul><li>a <b>b</b></li><br><li>c</li></ul>'],
])('the blocks of %s are as they were, by which places in saved articles are found again', (html) => {
  const box = document.createElement('div');
  box.innerHTML = html;
  const blocks = () => [listTextBlocks(box), listHideable(box)].map((all) => all.map((block) => block.textContent));
  const before = blocks();
  settleStructure(box);
  expect(blocks()).toEqual(before);
});
