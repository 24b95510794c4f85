import type { ParseError } from 'papaparse';

/** The form of a table: what is between cells and between lines, and how many cells a row has. */
export interface TableForm {
  delimiter: string;
  newline: string;
  columns: number;
}

/** A row that was read from its line alone: how many rows are before it, its cells, and where the next line begins. */
export interface MendedRow {
  before: number;
  cells: string[];
  end: number;
}

/** Longer lines are left as they were read: they hold whole articles, not the rows of a list. */
const LONGEST_LINE = 64 * 1024;

/**
 * Finds the first row that a quote which is never closed has made swallow the lines below it. A program that writes a
 * title such as `“Foo” is here` without doubling its quotes makes such a row, and the articles of these lines would be
 * lost without a word. Only where line and next line are rows by themselves: in a text of many lines they are not.
 *
 * @param piece the text that was read; more follows unless `isLast`
 * @param read what was read in it, and what the parser has found wrong
 */
export function mendQuotes(
  { text: piece, isLast }: { text: string; isLast: boolean },
  { data, errors }: { data: readonly (readonly string[])[]; errors: readonly ParseError[] },
  form: TableForm,
): MendedRow | null {
  let seen = -1;
  for (const { type, row: before, index } of errors) {
    if (type !== 'Quotes' || before === undefined || index === undefined || before === seen) continue;
    seen = before;
    const mended = readLineAt(piece, index - 1, form);
    // A line that ends with the piece may go on in the next.
    const isWhole = mended && (isLast || mended.endBelow < piece.length);
    if (isWhole && isTorn(data[before], form, mended.cells)) return { before, ...mended };
  }
  return null;
}

/** Whether a row goes on below its line, or has fewer cells than the line: it was not read to its end, then. */
const isTorn = (row: readonly string[] | undefined, { newline }: TableForm, line: readonly string[]): boolean =>
  !row || row.length < line.length || row.some((cell) => cell.includes(newline));

/** The line around a place as a row; null where it, or the line below it, has not as many cells as the table. */
function readLineAt(piece: string, at: number, form: TableForm) {
  const { newline, columns } = form;
  const before = at === 0 ? -1 : piece.lastIndexOf(newline, at - 1);
  const lineEndsAt = lineEnd(piece, at, newline);
  const cells = columns < 2 ? [] : readCells(piece.slice(before < 0 ? 0 : before + newline.length, lineEndsAt), form);
  if (cells.length !== columns) return null;
  const end = Math.min(piece.length, lineEndsAt + newline.length);
  const endBelow = lineEnd(piece, end, newline);
  const below = piece.slice(end, endBelow);
  return below.trim() === '' || readCells(below, form).length === columns ? { cells, end, endBelow } : null;
}

const lineEnd = (piece: string, from: number, newline: string): number => {
  const at = piece.indexOf(newline, from);
  return at < 0 ? piece.length : at;
};

/** The cells of a line; a quote that does not end its cell is a character as any other. */
function readCells(line: string, { delimiter }: TableForm): string[] {
  if (line.length > LONGEST_LINE) return [];
  const cells: string[] = [];
  for (let at = 0; at <= line.length; ) {
    const quoted = line[at] === '"' ? endOfQuoted(line, at, delimiter) : null;
    const end = quoted ?? lineEnd(line, at, delimiter);
    cells.push(quoted === null ? line.slice(at, end) : line.slice(at + 1, end - 1).replaceAll('""', '"'));
    at = end + delimiter.length;
  }
  return cells;
}

/** Where the quoted cell ends that begins here; null where no quote closes it before a delimiter or the line's end. */
function endOfQuoted(line: string, at: number, delimiter: string): number | null {
  for (let quote = line.indexOf('"', at + 1); quote >= 0; quote = line.indexOf('"', quote + 2)) {
    const next = quote + 1;
    if (line[next] === '"') continue;
    return next === line.length || line.startsWith(delimiter, next) ? next : null;
  }
  return null;
}
