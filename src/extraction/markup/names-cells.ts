import { findAll } from '../find-elements.ts';
import { textOf } from './elements.ts';

/**
 * Whether the headings in a table are labels of its rows and columns, as some sites mark up header cells. Each heading
 * must be the whole text of a cell in the first row or the first column. The table must have more than two rows, and
 * cells enough for two in each row but one, which a single cell may span.
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
