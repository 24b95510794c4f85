import { findAll } from '../find-elements.ts';
import { textOf } from './elements.ts';

/**
 * Whether what stands in a table as headings only says what its rows and columns are: each is all that its cell says, and there are several
 * rows with cells side by side, but for one that spans them. Sites write the heads of tables so.
 */
export function namesCells(table: Element, headings: readonly Element[]): boolean {
  const rows = findAll(table, 'tr').length;
  return (
    rows > 2 &&
    findAll(table, 'td, th').length > 2 * rows - 2 &&
    headings.every((heading) => {
      const cell = heading.closest('td, th');
      return !!cell && table.contains(cell) && /^H\d/.test(heading.tagName) && textOf(cell) === textOf(heading);
    })
  );
}
