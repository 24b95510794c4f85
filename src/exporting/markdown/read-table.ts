import type { AlignType, PhrasingContent, TableCell, TableRow } from 'mdast';
import { codeText } from '../code-text.ts';
import { isInlineScript } from './is-inline-script.ts';
import type { MarkdownBlock } from './markdown-block.ts';
import type { MarkdownReading } from './markdown-reading.ts';
import { readInlineChildren, withEmphasis } from './read-inline.ts';
import { replaceInline } from './replace-inline.ts';
import { tidyInline } from './tidy-inline.ts';

/** What a cell of a GFM table cannot hold. */
const NOT_IN_CELLS = 'ul, ol, dl, pre, table, blockquote, figure, h1, h2, h3, h4, h5, h6, math[display="block"]';

/** Attributes that are kept in a table that is written as HTML. The sanitiser has checked the addresses. */
const KEPT_ATTRIBUTES = new Set([
  'colspan',
  'rowspan',
  'scope',
  'href',
  'src',
  'alt',
  'start',
  'reversed',
  'value',
  'type',
  'dir',
  'lang',
]);

/**
 * Reads a table as a GFM table (https://github.github.com/gfm/#tables-extension-), or as HTML when cells span or
 * contain blocks.
 */
export function readTable(table: Element, reading: MarkdownReading): MarkdownBlock[] {
  const caption = table.querySelector(':scope > caption');
  const words = caption
    ? withEmphasis('emphasis', reading, () => tidyInline(readInlineChildren(caption, reading)))
    : [];
  const above: MarkdownBlock[] = words.length > 0 ? [{ type: 'paragraph', children: words }] : [];
  // `rows` is in the order of display. In old pages `tfoot` stands before `tbody` in the source.
  const rows = [...(table as HTMLTableElement).rows].filter((row) => row.children.length > 0);
  if (rows.length === 0) return above;
  if (hasSpans(rows) || table.querySelector(NOT_IN_CELLS))
    return [...above, { type: 'html', value: tableAsHtml(table, reading) }];
  const cells = rows.map((row) => [...row.children]);
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0);
  const hasHead = rows[0]?.parentElement?.localName === 'thead' || (cells[0] && isHead(cells[0]));
  const read = cells.map((row) => rowOf(row, width, reading));
  const empty: TableRow = { type: 'tableRow', children: Array.from({ length: width }, () => cellOf([])) };
  const align = Array.from({ length: width }, (_unused, at): AlignType => alignOf(cells.at(-1)?.[at]));
  return [...above, { type: 'table', align, children: hasHead ? read : [empty, ...read] }];
}

/** The empty corner of a table is no header cell. */
const isHead = (cells: Element[]): boolean =>
  cells.some(({ localName }) => localName === 'th') &&
  cells.every(({ localName, textContent }) => localName === 'th' || !textContent.trim());

function hasSpans(rows: Element[]): boolean {
  const more = (cell: Element, name: string): boolean => Number(cell.getAttribute(name) ?? 1) > 1;
  return rows.some((row) => [...row.children].some((cell) => more(cell, 'colspan') || more(cell, 'rowspan')));
}

function rowOf(cells: Element[], width: number, reading: MarkdownReading): TableRow {
  const children = cells.map((cell) => cellOf(cellText(cell, reading)));
  while (children.length < width) children.push(cellOf([]));
  return { type: 'tableRow', children };
}

const cellOf = (children: PhrasingContent[]): TableCell => ({ type: 'tableCell', children });

const cellText = (cell: Element, reading: MarkdownReading): PhrasingContent[] =>
  replaceInline(tidyInline(readInlineChildren(cell, reading)), inCell);

/**
 * Running text as it can stand in a cell, which is one line. Line breaks become `<br>`. In code GFM needs `\|` for a
 * bar, so code that contains `\|` itself is written as HTML, with its signs as references.
 */
function inCell(node: PhrasingContent): PhrasingContent {
  if (node.type === 'break') return { type: 'html', value: '<br>' };
  if (node.type !== 'inlineCode' || !node.value.includes('\\|')) return node;
  const signs = node.value.replace(/[^\p{L}\p{N}\s]/gu, (sign) => `&#${sign.codePointAt(0)};`);
  return { type: 'html', value: `<code>${signs}</code>` };
}

function alignOf(cell: Element | undefined): AlignType {
  if (cell?.classList.contains('align-center')) return 'center';
  return cell?.matches('.align-right, .align-end') ? 'right' : null;
}

/**
 * A table as HTML. A Markdown parser ends an HTML block at an empty line, so line breaks are written only between rows.
 */
function tableAsHtml(table: Element, reading: MarkdownReading): string {
  const copy = table.cloneNode(true) as Element;
  copy.querySelector(':scope > caption')?.remove();
  for (const link of copy.querySelectorAll('a[href^="#"]')) link.replaceWith(...replacementOf(link, reading));
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    const source = element.getAttribute('data-src') ?? element.getAttribute('src');
    if (source !== null) element.setAttribute('src', reading.pictureAddress(source));
    if (element.namespaceURI === MATHML) continue;
    for (const name of element.getAttributeNames()) if (!KEPT_ATTRIBUTES.has(name)) element.removeAttribute(name);
  }
  for (const pre of copy.querySelectorAll('pre')) pre.textContent = codeText(pre);
  for (const code of copy.querySelectorAll('code'))
    if (isInlineScript(code.textContent)) code.replaceWith(...code.childNodes);
  // Line breaks in code are written as references. All others mean a space.
  return copy.outerHTML
    .replace(/<pre\b[\s\S]*?<\/pre>/g, (code) => code.replace(/\n/g, '&#10;'))
    .replace(/\s+/g, (blanks) => (blanks.includes('\n') ? ' ' : blanks))
    .replace(/ ?(<\/?(?:thead|tbody|tfoot|tr|table)\b)/g, '\n$1')
    .replace(/\n+/g, '\n')
    .trim();
}

/**
 * What replaces a link within the article in HTML, where neither footnote marks nor links to headings work: the text of
 * the link, or the number of the footnote.
 */
function replacementOf(link: Element, reading: MarkdownReading): (Node | string)[] {
  const note = reading.noteNumber(link);
  return note === null ? [...link.childNodes] : [`[${note}]`];
}

const MATHML = 'http://www.w3.org/1998/Math/MathML';
