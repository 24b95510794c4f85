import { isBlockName, SILENT } from '../block-text.ts';

/**
 * How much text an element holds, in characters without white space. Han, Kana and Hangul count more, since they say
 * more.
 */
export interface TextMeasure {
  chars: number;
  linked: number;
  /** Text in blocks that read like sentences: long enough and not made of links. */
  prose: number;
  /** It is a block or has one inside. */
  isBlock: boolean;
}

/** A Chinese sentence has about 2.5 times fewer characters than its English translation. */
const CJK_WEIGHT = 2.5;
const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu;

/** From the CJK symbols on; a cheap first look. */
const BEYOND_ALPHABETS = /[\u3000-\uffff]/;

/** A block shorter than this (weighted) is a label, a button or a headline. */
const SHORTEST_PROSE = 80;
/** Shorter blocks are prose when they end like a sentence. */
const SHORTEST_SENTENCE = 25;
/** The mark that ends a sentence, before quotes, brackets and numbers of notes. */
export const SENTENCE_END = /[.!?。！？…:：;；][\s"'”’»」』)）\]\d]*$/;
const MOST_LINKED = 0.4;

const WITHOUT_WORDS = new Set([...SILENT, 'SVG', 'svg', 'SELECT', 'BUTTON', 'TEXTAREA']);

/** Text that directly belongs to a block: its own and that of its inline elements. */
interface Block {
  text: string;
  chars: number;
  linked: number;
}

/** An element whose end the walk has not reached. */
interface OpenElement {
  measure: TextMeasure;
  block: Block;
  ownsBlock: boolean;
  link: boolean;
  parent: OpenElement | null;
}

/** Measures every element under `root` in one walk, without recursion: pages nest without limit. */
export function measureText(root: Element): Map<Element, TextMeasure> {
  const measures = new Map<Element, TextMeasure>();
  let open: OpenElement | null = null;
  let node: Node = root;
  for (;;) {
    const type = node.nodeType;
    let inner: Node | null = null;
    if (type === 3) noteText((node as Text).data, open);
    else if (type === 1 && !WITHOUT_WORDS.has(node.nodeName)) {
      open = enter(node.nodeName, open);
      measures.set(node as Element, open.measure);
      inner = node.firstChild;
      if (!inner) open = leave(open);
    }
    for (let at: Node | null = node; !inner; ) {
      if (at === root || !at) return measures;
      inner = at.nextSibling;
      if (inner) break;
      at = at.parentNode;
      open = leave(open);
    }
    node = inner;
  }
}

function enter(name: string, parent: OpenElement | null): OpenElement {
  const blockLevel = isBlockName(name);
  const ownsBlock = parent === null || (blockLevel && name !== 'BR');
  return {
    measure: { chars: 0, linked: 0, prose: 0, isBlock: blockLevel },
    block: ownsBlock ? { text: '', chars: 0, linked: 0 } : parent.block,
    ownsBlock,
    link: parent?.link || name === 'A',
    parent,
  };
}

/** Adds the measure of an element to the one around it. */
function leave(open: OpenElement | null): OpenElement | null {
  if (!open) return null;
  const { measure, block, ownsBlock, parent } = open;
  if (ownsBlock && isProse(block)) measure.prose += block.chars - block.linked;
  if (parent) {
    parent.measure.chars += measure.chars;
    parent.measure.linked += measure.linked;
    parent.measure.prose += measure.prose;
    parent.measure.isBlock ||= measure.isBlock;
  }
  return parent;
}

function noteText(text: string, open: OpenElement | null): void {
  const chars = weighText(text);
  if (chars === 0 || !open) return;
  const { measure, block, link } = open;
  measure.chars += chars;
  block.text += text;
  block.chars += chars;
  if (!link) return;
  measure.linked += chars;
  block.linked += chars;
}

/** Pages repeat their short texts, and each is weighed several times. */
const known = new Map<string, number>();

/** Characters without white space, weighted by script. */
export function weighText(text: string): number {
  let weight = known.get(text);
  if (weight === undefined) {
    weight = countInk(text);
    if (BEYOND_ALPHABETS.test(text)) weight += (text.match(CJK)?.length ?? 0) * (CJK_WEIGHT - 1);
    if (text.length < 200 && known.size < 20_000) known.set(text, weight);
  }
  return weight;
}

/**
 * Characters without white space. A loop takes three quarters of the time, but three times as long at a first reading.
 */
export const countInk = (text: string): number => text.replace(/\s+/g, '').length;

/** Whether a block's text is long enough, and not made of links; `chars` and `linked` are weighted. */
export function isProse({ text, chars, linked }: Block): boolean {
  if (chars < SHORTEST_SENTENCE || linked > chars * MOST_LINKED) return false;
  return chars >= SHORTEST_PROSE || SENTENCE_END.test(text.trim());
}
