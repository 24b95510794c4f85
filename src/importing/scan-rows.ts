import Papa from 'papaparse';

/** Signs between cells that are told apart. */
const DELIMITERS = [',', ';', '\t', '|'];
/** Delimiter and line ends are judged by so much of the beginning, and the rest is read in pieces of that size, in characters. */
const PIECE = 64 * 1024;

/** How Excel is told the sign between cells, on a line of its own: https://en.wikipedia.org/wiki/Comma-separated_values. */
const TOLD = /^\ufeff?"?sep=(.)"?\r?\n/i;

/**
 * Reads the rows of a table one after the other, a piece of the text at a time: a table of 50,000 rows read at once would
 * hold the page up for half a second. Rows of empty cells are left out.
 */
export function* scanRows(text: string): Generator<string[], undefined> {
  const [line = '', told] = TOLD.exec(text) ?? [];
  const { meta } = Papa.parse(text.slice(line.length, PIECE), { preview: 10, delimitersToGuess: DELIMITERS });
  const parser = new Papa.Parser({
    delimiter: told ?? meta.delimiter,
    newline: meta.linebreak as '\n' | '\r' | '\r\n',
  });
  for (let at = line.length, size = PIECE; at < text.length; ) {
    const isLast = at + size >= text.length;
    const { data, meta: read }: Papa.ParseResult<string[]> = parser.parse(text.slice(at, at + size), 0, !isLast);
    for (const cells of data) if (cells.some((cell) => cell.trim() !== '')) yield cells;
    if (isLast) return;
    // A row that is longer than the piece, such as one with a whole article in a cell, needs a larger one.
    size = read.cursor === 0 ? size * 2 : PIECE;
    at += read.cursor;
  }
}
