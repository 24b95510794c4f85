import { isBlock } from '../block-text.ts';
import type { PagePass } from '../extraction-pass.ts';
import { findAll, isText, makeElement, rawText } from '../find-elements.ts';

/** Boxes in which line breaks are text: poems, code, cells, addresses and what is a paragraph by itself. */
const LEAVE = 'pre, code, td, th, address, textarea, h1, h2, h3, h4, h5, h6, blockquote.twitter-tweet';

/** Fewer characters between two double breaks are a line of a poem or an address. */
const SHORTEST = 1;

/**
 * Old and hand-made pages write their paragraphs as text between pairs of br, which gives one paragraph as long as the
 * article.
 */
export const splitBrParagraphs: PagePass = {
  run({ clone }) {
    splitAtBlankLines(clone);
    const boxes = new Set<Element>();
    for (const br of findAll(clone, 'br')) {
      if (secondBr(br) && br.parentElement && !br.closest(LEAVE)) boxes.add(br.parentElement);
    }
    for (const box of boxes) split(box);
  },
};

/** After a sentence a blank line in the source is one on the page, too, where the style keeps it. */
const BLANK_LINE = /(?<=[.。？！」）])[^\S\n]*\n\s*\n/;

function splitAtBlankLines(page: Document): void {
  for (const p of findAll(page, 'p')) {
    const [first = '', ...others] = rawText(p).trim().split(BLANK_LINE);
    if (!others[0] || p.firstElementChild) continue;
    p.textContent = first;
    const like = p.cloneNode() as Element;
    like.removeAttribute('id');
    p.after(...others.map((textContent) => Object.assign(like.cloneNode(), { textContent })));
  }
}

/** The `br` that comes next after one, white space aside; null where something else does. */
function secondBr(br: Node): Node | null {
  let next = br.nextSibling;
  while (isText(next) && next.data.trim() === '') next = next.nextSibling;
  return next?.nodeName === 'BR' ? next : null;
}

function split(box: Element): void {
  const page = box.ownerDocument;
  const target = box.tagName === 'P' || !isBlock(box) ? makeElement(page, 'div') : box;
  const nodes = [...box.childNodes];
  if (target !== box && nodes.some(isBox)) return;
  const seconds = new Set(nodes.map((node) => (node.nodeName === 'BR' ? secondBr(node) : null)));
  const parts: Node[] = [];
  let paragraph: Node[] = [];
  const close = () => {
    while (paragraph.at(-1)?.nodeName === 'BR') paragraph.pop();
    const text = paragraph
      .map((node) => rawText(node))
      .join('')
      .trim();
    if (text.length >= SHORTEST) {
      const p = makeElement(page, 'p');
      p.append(...paragraph);
      parts.push(p);
    } else parts.push(...paragraph);
    paragraph = [];
  };
  for (const node of nodes) {
    const block = isBox(node);
    const pair = seconds.has(node);
    if (block || pair) close();
    if (block) parts.push(node);
    else if (!pair) paragraph.push(node);
  }
  close();
  target.replaceChildren(...parts);
  if (target !== box) {
    for (const { name, value } of box.attributes) target.setAttribute(name, value);
    box.replaceWith(target);
  }
}

const isBox = (node: Node): boolean => isBlock(node) && node.nodeName !== 'BR';
