import type { List, Nodes, Paragraph, PhrasingContent } from 'mdast';
import { codeText } from '../code-text.ts';
import { escapeXml } from '../xhtml/escape-xml.ts';
import { fenceLanguage } from './fence-language.ts';
import { isInlineScript } from './is-inline-script.ts';
import type { MarkdownBlock } from './markdown-block.ts';
import type { MarkdownReading } from './markdown-reading.ts';
import { mathMarkup, readInline, readInlineChildren, texOf, withEmphasis } from './read-inline.ts';
import { readTable } from './read-table.ts';
import { replaceInline } from './replace-inline.ts';
import { tidyInline } from './tidy-inline.ts';

/** Elements that are blocks. All others are part of the text around them. */
const BLOCK =
  'p, div, section, article, aside, header, footer, h1, h2, h3, h4, h5, h6, hr, blockquote, pre, ul, ol, dl, address, ' +
  'details, summary, figure, figcaption, table, math[display="block"]';

/** Reads the children of an element. Text between blocks becomes paragraphs. */
export const readBlocks = (box: ParentNode, reading: MarkdownReading): MarkdownBlock[] =>
  readNodes(box.childNodes, reading);

function readNodes(nodes: Iterable<Node>, reading: MarkdownReading): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let run: PhrasingContent[] = [];
  const endRun = (): void => {
    const children = tidyInline(run);
    if (children.length > 0) blocks.push({ type: 'paragraph', children });
    run = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || !isBlockElement(node)) {
      run.push(...readInline(node, reading));
      continue;
    }
    endRun();
    blocks.push(...readBlock(node, reading));
  }
  endRun();
  return blocks;
}

/** Whether an element is a block or contains one, and so ends the paragraph before it. */
export const isBlockElement = (element: Element): boolean =>
  element.matches(BLOCK) || element.querySelector(BLOCK) !== null;

function readBlock(element: Element, reading: MarkdownReading): MarkdownBlock[] {
  switch (element.localName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return readHeading(element, Number(element.localName[1]) as 1 | 2 | 3 | 4 | 5 | 6, reading);
    case 'hr':
      return [{ type: 'thematicBreak' }];
    case 'blockquote':
      return readQuotation(element, reading);
    case 'pre':
      return [readCodeBlock(element)];
    case 'ul':
    case 'ol':
      return readList(element, reading);
    case 'dl':
      return [...element.childNodes].flatMap((child) => readTerm(child, reading));
    case 'summary':
      return strongParagraph(element, reading);
    case 'figcaption':
      return readCaption(element, reading);
    case 'table':
      return readTable(element, reading);
    case 'math':
      return [readDisplayFormula(element)];
    case 'a':
      return readLinkedBlocks(element, reading);
    default:
      // Footnotes are written at the end of the text. Without ids no mark can refer to them, and they stay in their
      // place.
      return element.matches('.footnotes') && element.querySelector('li[id]') ? [] : readBlocks(element, reading);
  }
}

function readHeading(element: Element, depth: 1 | 2 | 3 | 4 | 5 | 6, reading: MarkdownReading): MarkdownBlock[] {
  const inOneLine = (node: PhrasingContent): PhrasingContent =>
    node.type === 'break' ? { type: 'text', value: ' ' } : node;
  const children = tidyInline(replaceInline(readInlineChildren(element, reading), inOneLine));
  return children.length > 0 ? [{ type: 'heading', depth, children }] : [];
}

/** A quotation; nothing when it is empty, or its `>` would stand alone. */
function readQuotation(element: Element, reading: MarkdownReading): MarkdownBlock[] {
  const children = readBlocks(element, reading);
  return children.length > 0 ? [{ type: 'blockquote', children }] : [];
}

function readCodeBlock(pre: Element): MarkdownBlock {
  const value = codeText(pre).replace(/\n$/, '');
  if (isInlineScript(value)) return { type: 'html', value: `<pre>${escapeXml(value)}</pre>` };
  return { type: 'code', lang: fenceLanguage(pre), value };
}

/**
 * Reads a list. In Markdown the numbers of a list count up from that of its first item. So an item with another number,
 * as every item of a reversed list, begins a new list, and `toMarkdown` alternates the delimiter behind the numbers.
 * Markdown has no negative numbers: they are written as text behind a bullet. What precedes the first item comes before
 * the lists.
 */
function readList(element: Element, reading: MarkdownReading): MarkdownBlock[] {
  const { lead, items } = itemsOf(element, reading);
  const step = element.hasAttribute('reversed') ? -1 : 1;
  const made: List[] = [];
  let number = numberIn(element, 'start') ?? (step > 0 ? 1 : items.length);
  for (const { value, blocks } of items) {
    // Within an item only a nested list may follow without an empty line; anything else would join the paragraph before
    // it.
    const spread = blocks.slice(1).some(({ type }) => type !== 'list');
    number = value ?? number;
    const isBelow = element.localName === 'ol' && number < 0;
    const start = element.localName === 'ol' && !isBelow ? number : null;
    let list = made.at(-1);
    const next = list?.ordered ? (list.start ?? 0) + list.children.length : null;
    if (!list || start !== next) {
      list = { type: 'list', ordered: start !== null, start, spread: false, children: [] };
      made.push(list);
    }
    list.children.push({ type: 'listItem', spread, children: isBelow ? withNumber(number, blocks) : blocks });
    list.spread ||= spread;
    number += step;
  }
  return [...lead, ...made];
}

/** The number in an attribute of a list or an item; null when there is none, or one that Markdown does not allow. */
function numberIn(element: Element, name: string): number | null {
  const number = /^\s*[-+]?\d{1,9}(?!\d)/.exec(element.getAttribute(name) ?? '')?.[0];
  return number === undefined ? null : Number(number);
}

/** The blocks of an item with its number as text before them. */
function withNumber(number: number, blocks: MarkdownBlock[]): MarkdownBlock[] {
  const [first, ...rest] = blocks;
  const words: PhrasingContent = { type: 'text', value: `${number}. ` };
  return first?.type === 'paragraph'
    ? [{ ...first, children: [words, ...first.children] }, ...rest]
    : [{ type: 'paragraph', children: [{ ...words, value: `${number}.` }] }, ...blocks];
}

interface Item {
  /** The number in its own `value`. */
  value: number | null;
  blocks: MarkdownBlock[];
}

/**
 * The blocks of each item. What stands between items, as nested lists do in old pages, is added to the item before it.
 * What stands before the first item is the `lead`.
 */
function itemsOf(element: Element, reading: MarkdownReading): { lead: MarkdownBlock[]; items: Item[] } {
  const lead: MarkdownBlock[] = [];
  const items: Item[] = [];
  let between: Node[] = [];
  const endBetween = (): void => {
    const blocks = readNodes(between, reading);
    between = [];
    const last = items.at(-1);
    (last?.blocks ?? lead).push(...blocks);
  };
  for (const child of element.childNodes) {
    if (!isElement(child) || child.localName !== 'li') {
      between.push(child);
      continue;
    }
    endBetween();
    items.push({ value: numberIn(child, 'value'), blocks: readBlocks(child, reading) });
  }
  endBetween();
  return { lead, items };
}

/** Markdown has no definition lists. The term is written as a bold paragraph above its definition. */
function readTerm(node: Node, reading: MarkdownReading): MarkdownBlock[] {
  if (!isElement(node)) return readNodes([node], reading);
  if (node.localName === 'dt') return strongParagraph(node, reading);
  if (node.localName === 'dd') return readBlocks(node, reading);
  if (!node.querySelector('dt, dd')) return readNodes([node], reading);
  return [...node.childNodes].flatMap((child) => readTerm(child, reading));
}

/** A term or summary as a bold paragraph. A heading in it stays one, as in articles with collapsible sections. */
function strongParagraph(element: Element, reading: MarkdownReading): MarkdownBlock[] {
  if (element.querySelector('h1, h2, h3, h4, h5, h6')) return readBlocks(element, reading);
  return emphasisedParagraph('strong', element, reading);
}

/**
 * A caption as a paragraph in italics, in its place: below a picture, above a listing, below each picture of a gallery.
 */
const readCaption = (element: Element, reading: MarkdownReading): Paragraph[] =>
  emphasisedParagraph('emphasis', element, reading);

function emphasisedParagraph(type: 'strong' | 'emphasis', element: Element, reading: MarkdownReading): Paragraph[] {
  const children = withEmphasis(type, reading, () => tidyInline(readInlineChildren(element, reading)));
  return children.length > 0 ? [{ type: 'paragraph', children }] : [];
}

/** A formula on a line of its own: its TeX source, or else MathML as it is. */
function readDisplayFormula(math: Element): MarkdownBlock {
  const tex = texOf(math);
  return tex ? { type: 'math', value: tex } : { type: 'html', value: mathMarkup(math) };
}

/** A link around blocks, as around a picture or a card. It is put around the text of each of them. */
function readLinkedBlocks(link: Element, reading: MarkdownReading): MarkdownBlock[] {
  const url = reading.linkAddress(link);
  const blocks = readBlocks(link, reading);
  return url === null ? blocks : blocks.map((block) => withLink(block, url));
}

/** Puts a link around the text of a block, unless it contains one. Code, formulas and HTML get none. */
function withLink<T extends Nodes>(node: T, url: string): T {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    if (node.children.length === 0 || holdsLink(node)) return node;
    return { ...node, children: [{ type: 'link', url, children: node.children }] };
  }
  return 'children' in node ? { ...node, children: node.children.map((child) => withLink(child, url)) } : node;
}

const holdsLink = (node: Nodes): boolean =>
  node.type === 'link' || ('children' in node && node.children.some(holdsLink));

const isElement = (node: Node): node is Element => node.nodeType === 1;
