import { partLongBlocks } from './part-long-blocks.ts';

/** A text with more blocks is laid out in parts; articles seldom have a third of that. */
const MANY = 400;
/** Blocks in a part: few enough for one frame, and so many that there are not thousands of parts to watch. */
const PART = 25;
/** Rows in a part of a table; they are small. */
const ROWS = 100;

/**
 * Puts the blocks of a very long text, and the lines of a very long block, into parts, of which the browser lays out
 * only those near the window (`text.css`). Their order and the text stay the same. A box around the whole text is
 * passed over.
 */
export function partLongText(body: DocumentFragment): void {
  partLongBlocks(body);
  let box: ParentNode = body;
  while (box.childElementCount === 1 && box.firstElementChild) box = box.firstElementChild;
  for (const rows of body.querySelectorAll('tbody')) if (rows.rows.length > MANY) partRows(rows);
  if (box.childElementCount < MANY || (box instanceof Element && !box.matches('div, article, section, main'))) return;
  const document = body.ownerDocument;
  let part: Element | null = null;
  for (const node of [...box.childNodes]) {
    // A heading stays with what it heads and does not begin a part, which would change its margin, unless all blocks
    // are headings.
    const count = part?.childElementCount ?? 0;
    const isFull = count >= PART && (!isHeading(node) || count >= 2 * PART) && !isHeading(part?.lastElementChild);
    if (part === null || isFull || count >= 4 * PART) {
      part = document.createElement('div');
      part.className = 'part';
      node.before(part);
    }
    part.append(node);
  }
  for (const made of box.children) (made as HTMLElement).style.setProperty('--r-guess', guessHeight(made));
}

/** Height in em before a part is laid out: a line of the measure holds some 65 characters, a block adds its space. */
function guessHeight(part: Element): string {
  const lines = (part.textContent?.length ?? 0) / 65;
  return `${Math.round(lines * 1.6 + part.childElementCount * 1.6)}em`;
}

/**
 * A table is laid out as a whole. But one of thousands of rows without spanning cells can be drawn as a grid with
 * columns of one width, and its rows in parts. Roles are set on its elements, because their display no longer tells
 * assistive technology that it is a table.
 */
function partRows(rows: HTMLTableSectionElement): void {
  const table = rows.closest('table');
  const columns = rows.rows[0]?.cells.length ?? 0;
  if (!table || columns === 0 || table.querySelector('[colspan], [rowspan]')) return;
  table.classList.add('long-table');
  table.setAttribute('role', 'table');
  table.style.setProperty('--r-columns', String(columns));
  for (const section of table.querySelectorAll('thead, tbody, tfoot')) section.setAttribute('role', 'rowgroup');
  for (const row of table.querySelectorAll('tr')) row.setAttribute('role', 'row');
  for (const cell of table.querySelectorAll('td')) cell.setAttribute('role', 'cell');
  for (const cell of table.querySelectorAll('th'))
    cell.setAttribute('role', cell.closest('thead') ? 'columnheader' : 'rowheader');
  for (const all = [...rows.rows]; all.length > ROWS; ) {
    const next = rows.cloneNode(false) as HTMLTableSectionElement;
    next.append(...all.splice(0, ROWS));
    rows.before(next);
  }
}

const isHeading = (node: Node | null | undefined): boolean => node instanceof Element && /^H[1-6]$/.test(node.tagName);
