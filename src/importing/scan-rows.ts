import Papa from 'papaparse';
import { mendQuotes, type TableForm } from './mend-quotes.ts';

/** Delimiters between cells that are recognised. */
const DELIMITERS = [',', ';', '\t', '|'];
/** Characters from which delimiter and line ends are guessed, and size of the pieces in which the text is read. */
const PIECE = 64 * 1024;
/** The size of the piece after a row that had to be mended: where many are, to read whole pieces for each would take minutes. */
const SMALL_PIECE = 1024;

/**
 * The first line by which a file tells Excel its delimiter (https://en.wikipedia.org/wiki/Comma-separated_values):
 * `sep=;`.
 */
const DECLARED = /^\ufeff?"?sep=(.)"?\r?\n/i;

/**
 * Reads the rows of a table one after the other, in pieces of the text. To read a table of 50,000 rows at once would
 * block the page for half a second. Rows with only empty cells are left out, and a quote that is never closed does not
 * take the rows below it into its cell.
 */
export function* scanRows(text: string): Generator<string[], undefined> {
  const [line = '', declared] = DECLARED.exec(text) ?? [];
  const { meta } = Papa.parse(text.slice(line.length, PIECE), {
    preview: 10,
    delimitersToGuess: DELIMITERS,
    // The empty row after the last line end would make two columns of a short table look like fewer.
    skipEmptyLines: true,
  });
  const form = { delimiter: declared ?? meta.delimiter, newline: meta.linebreak, columns: 0 };
  const parser = new Papa.Parser({ ...form, newline: form.newline as '\n' | '\r' | '\r\n' });
  for (let at = line.length, size = PIECE; at < text.length; ) {
    const isLast = at + size >= text.length;
    const read = readPiece(parser, { text: text.slice(at, at + size), isLast }, form);
    for (const cells of read.rows) if (cells.some((cell) => cell.trim() !== '')) yield cells;
    if (isLast && !read.isMended) return;
    at += read.end;
    size = read.isMended ? SMALL_PIECE : nextSize(size, read.end);
  }
}

/** No row ended within a piece of which nothing was read. A row may be longer, as with a whole article in a cell. */
const nextSize = (size: number, end: number): number => (end === 0 || size < PIECE ? size * 2 : PIECE);

/** Reads the rows that end in a piece, up to one that had to be mended, and says where the next begins. */
function readPiece(parser: Papa.Parser, piece: { text: string; isLast: boolean }, form: TableForm) {
  const read: Papa.ParseResult<string[]> = parser.parse(piece.text, 0, !piece.isLast);
  form.columns ||= read.data[0]?.length ?? 0;
  const mended = mendQuotes(piece, read, form);
  if (!mended) return { rows: read.data, end: read.meta.cursor, isMended: false };
  return { rows: [...read.data.slice(0, mended.before), mended.cells], end: mended.end, isMended: true };
}
