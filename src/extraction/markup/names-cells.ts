import { findAll } from '../find-elements.ts';
import { textOf } from './elements.ts';

/**
 * Whether what stands in a table as headings only says what its rows and columns are: each is all that a cell of the first row or the first
 * column says, and there are several rows with cells side by side, but for one that spans them. Sites write the heads of tables so.
 */
export function namesCells(table: Element, headings: readonly Element[]): boolean {
  const rows = findAll(table, 'tr');
  return (
    rows.length > 2 &&
    findAll(table, 'td, th').length > 2 * rows.length - 2 &&
    headings.every((heading) => {
      const cell = heading.closest('td, th');
      return (
        table.contains(cell) &&
        (!cell?.previousElementSibling || cell.parentElement === rows[0]) &&
        /^H\d/.test(heading.tagName) &&
        textOf(cell) === textOf(heading)
      );
    })
  );
}
