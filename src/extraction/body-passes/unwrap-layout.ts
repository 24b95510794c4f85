import { isBlock } from '../block-text.ts';
import type { BodyPass } from '../extraction-pass.ts';
import { attributeOf, findAll, findFirst, makeElement } from '../find-elements.ts';
import { isBlank, isElement, rename, textOf, unwrap } from '../markup/elements.ts';
import { namesCells } from '../markup/names-cells.ts';

/** Cells with more characters than this are columns of a page, not data. */
const LONG_CELL = 600;

/**
 * Makes tables and lists that only place things plain blocks. Data tables and lists of items stay.
 *
 * Old pages, newsletters and Chinese editors lay out whole articles with tables, which do not fit a column of text.
 * Content systems put the article into a list as its only item, which would get a bullet.
 */
export const unwrapLayout: BodyPass = {
  run(body) {
    // Inner tables first: what becomes of them tells what the outer ones are.
    for (const table of findAll(body, 'table').reverse()) if (isLayout(table)) flatten(table);
    for (const list of findAll(body, 'ul, ol')) moveLead(list);
    for (const item of findAll(body, 'ul > li:only-child'))
      if (findFirst(item, 'p ~ p, h2, h3')) {
        unwrap(item.parentElement as Element);
        rename(item, 'div');
      }
  },
};

function isLayout(table: Element): boolean {
  if (/^(?:presentation|none)$/.test(attributeOf(table, 'role'))) return true;
  // A data table may stand in a cell of the page's layout.
  const own = (parts: string) => findAll(table, parts).filter((part) => part.closest('table') === table);
  if (own('th, caption, thead')[0]) return false;
  const rows = own('tr');
  const cells = rows.map((row) => [...row.children].filter((cell) => isElement(cell, 'TD', 'TH')));
  const columns = Math.max(0, ...cells.map((row) => row.length));
  if (rows.length <= 1 || columns <= 1) return true;
  const all = cells.flat();
  const parts = findAll(table, 'table, h1, h2, h3, article, iframe');
  if ((parts[0] && !namesCells(table, parts)) || all.some((cell) => textOf(cell).length > LONG_CELL)) return true;
  const filled = all.filter((cell) => textOf(cell)).length;
  return filled * 3 < all.length;
}

/** Moves words before the first item of a list in front of the list. Old pages set items within `font` or `center`. */
function moveLead(list: Element): void {
  const nodes = [...list.childNodes];
  const lead = nodes.slice(0, Math.max(0, nodes.findIndex(isItem)));
  const box = makeElement(list, lead.some((node) => isBlock(node) && node.nodeName !== 'BR') ? 'div' : 'p');
  box.append(...lead);
  if (isBlank(box) || findFirst(box, 'li, ul, ol')) list.prepend(...lead);
  else list.before(box);
}

const isItem = (node: Node): boolean => isElement(node, 'LI');

function flatten(table: Element): void {
  const page = table.ownerDocument;
  const boxes: Node[] = [];
  for (const row of findAll(table, 'tr, caption')) {
    if (row.closest('table') !== table) continue;
    for (const cell of isElement(row, 'CAPTION') ? [row] : [...row.children]) {
      const box = makeElement(page, 'div');
      box.className = cell.className;
      box.append(...cell.childNodes);
      if (box.childNodes.length > 0) boxes.push(box);
    }
  }
  table.replaceWith(...boxes);
}
