import { isBlock } from '../block-text.ts';

/** What an element holds, in characters without white space; Han, Kana and Hangul count more, since they say more. */
export interface TextMeasure {
  chars: number;
  linked: number;
  /** Text in blocks that read like sentences: long enough and not made of links. */
  prose: number;
  /** Has no block inside and is none itself. */
  inline: boolean;
}

/** A Chinese sentence has about 2.5 times fewer characters than its English translation. */
const CJK_WEIGHT = 2.5;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** From the CJK symbols on; a cheap first look. */
const BEYOND_ALPHABETS = /[\u3000-\uffff]/;

/** White space beyond Latin-1. */
const WIDE_SPACE = /\s/;

/** A block shorter than this (weighted) is a label, a button or a headline. */
const SHORTEST_PROSE = 80;
/** Shorter blocks are prose when they end like a sentence. */
const SHORTEST_SENTENCE = 25;
const SENTENCE_END = /[.!?。！？…:：;；][\s"'”’»」』)）\]]*$/u;
const MOST_LINKED = 0.4;

const SILENT = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'TITLE',
  'HEAD',
  'SVG',
  'svg',
  'SELECT',
  'BUTTON',
  'TEXTAREA',
]);

interface Block {
  element: Element;
  text: string;
  linked: number;
}

/** Measures every element under `root` in one walk. */
export function measureText(root: Element): Map<Element, TextMeasure> {
  const measures = new Map<Element, TextMeasure>();
  const blocks = new Map<Element, Block>();
  const order: Element[] = [];
  collect(root, measures, blocks, order);
  for (const { element, text, linked } of blocks.values()) {
    const measure = measures.get(element);
    if (!measure) continue;
    const chars = weighText(text);
    measure.prose += isProse(text, chars, linked) ? chars - linked : 0;
  }
  for (const element of order.reverse()) addToParent(element, root, measures);
  return measures;
}

function addToParent(element: Element, root: Element, measures: Map<Element, TextMeasure>): void {
  const own = measures.get(element);
  const parent = element === root ? undefined : element.parentElement && measures.get(element.parentElement);
  if (!own || !parent) return;
  parent.chars += own.chars;
  parent.linked += own.linked;
  parent.prose += own.prose;
  parent.inline &&= own.inline;
}

function collect(
  root: Element,
  measures: Map<Element, TextMeasure>,
  blocks: Map<Element, Block>,
  order: Element[],
): void {
  const stack: { node: Node; block: Element; link: boolean }[] = [{ node: root, block: root, link: false }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node } = top;
    if (node.nodeType === Node.TEXT_NODE) {
      note(node as Text, top.block, top.link, measures, blocks);
      continue;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || SILENT.has(node.nodeName)) continue;
    const element = node as Element;
    measures.set(element, { chars: 0, linked: 0, prose: 0, inline: !isBlock(element) });
    order.push(element);
    const block = isBlock(element) && element.nodeName !== 'BR' ? element : top.block;
    const link = top.link || element.nodeName === 'A';
    for (let child = element.lastChild; child; child = child.previousSibling) stack.push({ node: child, block, link });
  }
}

function note(
  node: Text,
  block: Element,
  link: boolean,
  measures: Map<Element, TextMeasure>,
  blocks: Map<Element, Block>,
): void {
  const chars = weighText(node.data);
  if (chars === 0) return;
  const measure = node.parentElement && measures.get(node.parentElement);
  if (measure) {
    measure.chars += chars;
    if (link) measure.linked += chars;
  }
  const found = blocks.get(block) ?? { element: block, text: '', linked: 0 };
  found.text += node.data;
  if (link) found.linked += chars;
  blocks.set(block, found);
}

/** Characters without white space, weighted by script. */
export function weighText(text: string): number {
  const chars = countInk(text);
  return BEYOND_ALPHABETS.test(text) ? chars + (text.match(CJK)?.length ?? 0) * (CJK_WEIGHT - 1) : chars;
}

/** Characters without white space; a loop, since it is asked for every text of the page several times. */
export function countInk(text: string): number {
  let count = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code <= 32 ? code === 32 || (code >= 9 && code <= 13) : code === 0xa0) count--;
    else if (code >= 0x1680 && WIDE_SPACE.test(text[index] ?? '')) count--;
  }
  return count;
}

function isProse(text: string, chars: number, linked: number): boolean {
  if (chars < SHORTEST_SENTENCE || linked > chars * MOST_LINKED) return false;
  return chars >= SHORTEST_PROSE || SENTENCE_END.test(text.trim());
}
