import type { BlockContent, DefinitionContent, List, ListItem, Paragraph, PhrasingContent } from 'mdast';
import type { Math as MathBlock } from 'mdast-util-math';
import type { MarkdownReading } from './markdown-reading.ts';
import { readInline } from './read-inline.ts';
import { readTable } from './read-table.ts';
import { tidyInline } from './tidy-inline.ts';

export type Block = BlockContent | DefinitionContent | MathBlock;

/** Elements that are blocks of their own; all others are part of the text around them. */
const BLOCK =
  'p, div, section, article, aside, header, footer, h1, h2, h3, h4, h5, h6, hr, blockquote, pre, ul, ol, dl, address, ' +
  'details, summary, figure, table, math[display="block"]';

/** Reads the children of a box: blocks as they are, and each run of text between them as a paragraph. */
export function readBlocks(box: ParentNode, reading: MarkdownReading): Block[] {
  const blocks: Block[] = [];
  let run: PhrasingContent[] = [];
  const endRun = (): void => {
    const children = tidyInline(run);
    if (children.length > 0) blocks.push({ type: 'paragraph', children });
    run = [];
  };
  for (const node of box.childNodes) {
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

/** Whether an element is a block, or holds one: the text before it ends there. */
export const isBlockElement = (element: Element): boolean =>
  element.matches(BLOCK) || element.querySelector(BLOCK) !== null;

function readBlock(element: Element, reading: MarkdownReading): Block[] {
  switch (element.localName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return heading(element, Number(element.localName[1]) as 1 | 2 | 3 | 4 | 5 | 6, reading);
    case 'hr':
      return [{ type: 'thematicBreak' }];
    case 'blockquote':
      return [{ type: 'blockquote', children: readBlocks(element, reading) as BlockContent[] }];
    case 'pre':
      return [codeBlock(element)];
    case 'ul':
    case 'ol':
      return [list(element, reading)];
    case 'dl':
      return [...element.children].flatMap((child) => readTerm(child, reading));
    case 'summary':
      return strongParagraph(element, reading);
    case 'figure':
      return figure(element, reading);
    case 'table':
      return readTable(element, reading);
    case 'math':
      return [{ type: 'math', value: element.getAttribute('data-tex')?.trim() || (element.textContent ?? '') }];
    default:
      return element.matches('.footnotes') ? [] : readBlocks(element, reading);
  }
}

function heading(element: Element, depth: 1 | 2 | 3 | 4 | 5 | 6, reading: MarkdownReading): Block[] {
  const children = tidyInline(inlineOf(element, reading).filter(({ type }) => type !== 'break'));
  return children.length > 0 ? [{ type: 'heading', depth, children }] : [];
}

function codeBlock(pre: Element): Block {
  const language = [...(pre.querySelector('code') ?? pre).classList].find((name) => name.startsWith('language-'));
  const value = (pre.textContent ?? '').replace(/\n$/, '');
  return { type: 'code', lang: language?.slice('language-'.length) ?? null, value };
}

function list(element: Element, reading: MarkdownReading): List {
  const items = [...element.children].filter((child) => child.localName === 'li');
  const children = items.map((item): ListItem => {
    const blocks = readBlocks(item, reading) as BlockContent[];
    return { type: 'listItem', spread: blocks.filter(({ type }) => type !== 'list').length > 1, children: blocks };
  });
  const ordered = element.localName === 'ol';
  const start = Number.parseInt(element.getAttribute('start') ?? '1', 10);
  return {
    type: 'list',
    ordered,
    start: ordered ? (start >= 0 ? start : 1) : null,
    spread: children.some(({ spread }) => spread),
    children,
  };
}

/** Markdown has no definition lists: the term stands strong above its meaning. */
function readTerm(element: Element, reading: MarkdownReading): Block[] {
  if (element.localName === 'dt') return strongParagraph(element, reading);
  if (element.localName === 'dd') return readBlocks(element, reading);
  return [...element.children].flatMap((child) => readTerm(child, reading));
}

function strongParagraph(element: Element, reading: MarkdownReading): Paragraph[] {
  const children = tidyInline(inlineOf(element, reading));
  return children.length > 0 ? [{ type: 'paragraph', children: [{ type: 'strong', children }] }] : [];
}

/** What the figure shows, then its caption in italics; the title of a piece of code stands before it. */
function figure(element: Element, reading: MarkdownReading): Block[] {
  const captions = [...element.querySelectorAll('figcaption')];
  const caption = captions.flatMap((found): Block[] => {
    const children = tidyInline(inlineOf(found, reading));
    return children.length > 0 ? [{ type: 'paragraph', children: [{ type: 'emphasis', children }] }] : [];
  });
  const shown = element.cloneNode(true) as Element;
  for (const copy of shown.querySelectorAll('figcaption')) copy.remove();
  const blocks = readBlocks(shown, reading);
  return blocks[0]?.type === 'code' ? [...caption, ...blocks] : [...blocks, ...caption];
}

const inlineOf = (element: Element, reading: MarkdownReading): PhrasingContent[] =>
  [...element.childNodes].flatMap((child) => readInline(child, reading));

const isElement = (node: Node): node is Element => node.nodeType === 1;
