import type { BodyWriter } from './body-writer.ts';
import { type Attributes, element } from './escape-xml.ts';
import { sharedAttributes } from './shared-attributes.ts';

/** Writes a table with caption, head and body. Spans of cells are kept up to 1000, the limit in HTML for `colspan`. */
export function writeTable(table: Element, writer: BodyWriter, attributes: Attributes): string {
  // `rows` is in the order of display. In old pages `tfoot` stands before `tbody` in the source.
  const filled = [...(table as HTMLTableElement).rows].filter((row) => [...row.children].some(isCell));
  if (filled.length === 0) return writer.phrasing(table);
  const caption = [...table.children].find((child) => child.localName === 'caption');
  const words = caption ? writer.phrasing(caption).trim() : '';
  const isHead = (row: Element): boolean => row.parentElement?.localName === 'thead';
  const head = filled.filter(isHead);
  const rest = filled.filter((row) => !isHead(row));
  const part = (name: string, of: Element[]): string =>
    of.length > 0 ? element(name, {}, of.map((row) => writeRow(row, writer)).join('\n')) : '';
  const content = `${words ? element('caption', {}, words) : ''}${part('thead', head)}${part('tbody', rest)}`;
  return `${element('table', attributes, content)}\n`;
}

const isCell = ({ localName }: Element): boolean => localName === 'td' || localName === 'th';

function writeRow(row: Element, writer: BodyWriter): string {
  const attributes = sharedAttributes(row, writer);
  const cells = [...row.children].filter(isCell).map((cell) => {
    const spans = { colspan: spanOf(cell, 'colspan'), rowspan: spanOf(cell, 'rowspan') };
    const paragraphs = cell.querySelector('p, div, ul, ol, dl, pre, table, figure, blockquote, h1, h2, h3, h4, h5, h6');
    return element(
      cell.localName,
      { ...sharedAttributes(cell, writer), ...spans },
      paragraphs ? writer.flow(cell) : writer.phrasing(cell).trim(),
    );
  });
  return element('tr', attributes, cells.join(''));
}

function spanOf(cell: Element, name: string): string | null {
  const span = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(span) && span > 1 && span <= 1000 ? String(span) : null;
}
