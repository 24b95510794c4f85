import Papa from 'papaparse';

/** Delimiters between cells that are recognised. */
const DELIMITERS = [',', ';', '\t', '|'];
/** Characters from which delimiter and line ends are guessed, and size of the pieces in which the text is read. */
const PIECE = 64 * 1024;

/**
 * The first line by which a file tells Excel its delimiter (https://en.wikipedia.org/wiki/Comma-separated_values):
 * `sep=;`.
 */
const DECLARED = /^\ufeff?"?sep=(.)"?\r?\n/i;

/**
 * Reads the rows of a table one after the other, in pieces of the text. To read a table of 50,000 rows at once would
 * block the page for half a second. Rows with only empty cells are left out.
 */
export function* scanRows(text: string): Generator<string[], undefined> {
  const [line = '', declared] = DECLARED.exec(text) ?? [];
  const { meta } = Papa.parse(text.slice(line.length, PIECE), {
    preview: 10,
    delimitersToGuess: DELIMITERS,
    // The empty row after the last line end would make two columns of a short table look like fewer.
    skipEmptyLines: true,
  });
  const parser = new Papa.Parser({
    delimiter: declared ?? meta.delimiter,
    newline: meta.linebreak as '\n' | '\r' | '\r\n',
  });
  for (let at = line.length, size = PIECE; at < text.length; ) {
    const isLast = at + size >= text.length;
    const { data, meta: read }: Papa.ParseResult<string[]> = parser.parse(text.slice(at, at + size), 0, !isLast);
    for (const cells of data) if (cells.some((cell) => cell.trim() !== '')) yield cells;
    if (isLast) return;
    // No row ended within the piece. A row may be longer, as with a whole article in a cell.
    size = read.cursor === 0 ? size * 2 : PIECE;
    at += read.cursor;
  }
}
