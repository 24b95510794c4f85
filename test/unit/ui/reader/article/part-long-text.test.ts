// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { partLongText } from '../../../../../src/ui/reader/article/part-long-text.ts';

function parted(html: string): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = html;
  partLongText(template.content);
  const box = document.createElement('div');
  box.append(template.content);
  return box;
}

const many = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('');

test('a text of ordinary length stays as it is', () => {
  const html = many(399, (at) => `<p>${at}</p>`);
  expect(parted(html).innerHTML).toBe(html);
});

test('a very long text is split between its blocks, with all its text in order', () => {
  const box = parted(`<article>${many(1000, (at) => `${at % 10 ? '' : `<h2>h${at}</h2>`}<p>${at} </p>`)}</article>`);
  expect(box.textContent).toBe(many(1000, (at) => `${at % 10 ? '' : `h${at}`}${at} `));
  const parts = [...box.querySelectorAll('article > .part')];
  expect(parts.length).toBeGreaterThan(30);
  // The first block of a text may be a heading; later a heading stays with what comes before and after it.
  expect(parts.slice(1).filter(({ firstElementChild }) => firstElementChild?.localName === 'h2')).toEqual([]);
  expect(parts.slice(0, -1).filter(({ lastElementChild }) => lastElementChild?.localName === 'h2')).toEqual([]);
});

test('a table of thousands of rows keeps all of them and its semantics for assistive technology', () => {
  const row = (at: number) => `<tr><th>${at}</th><td>x</td></tr>`;
  const [table] = parted(
    `<table><thead><tr><th>No.</th><th>What</th></tr></thead><tbody>${many(1000, row)}</tbody></table>`,
  ).getElementsByTagName('table');
  expect(table?.rows.length).toBe(1001);
  expect(table?.tBodies.length).toBe(10);
  expect(table?.getAttribute('role')).toBe('table');
  expect(table?.querySelectorAll('tr:not([role="row"]), td:not([role="cell"]), th:not([role])').length).toBe(0);
  expect([...(table?.rows ?? [])].slice(1).map(({ cells }) => cells[0]?.textContent)).toEqual(
    Array.from({ length: 1000 }, (_, at) => String(at)),
  );
});

test('a table with spanning cells is laid out as a table', () => {
  const html = `<table><tbody><tr><td colspan="2">a</td></tr>${many(500, () => '<tr><td>b</td><td>c</td></tr>')}</tbody></table>`;
  expect(parted(html).querySelectorAll('.long-table').length).toBe(0);
});
