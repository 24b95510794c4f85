import { isBlock } from '../block-text.ts';
import type { PagePass } from '../extraction-pass.ts';
import { findAll, findFirst, makeElement, rawText } from '../find-elements.ts';
import { dropForeignLine } from '../markup/drop-calls-to-action.ts';
import { addWithAncestors, isBlank, isSpace, rename, siblingOf } from '../markup/elements.ts';
import { oncePerPage } from '../once-per-page.ts';

/**
 * Boxes in which line breaks are text: poems, code, cells (but for one with half of the page's text, which is a column
 * of it), addresses and what is a paragraph by itself.
 */
const LEAVE = 'pre, code, td, th, address, textarea, h1, h2, h3, h4, h5, h6, blockquote.twitter-tweet';

/**
 * Makes paragraphs of text between pairs of `br`.
 *
 * Old and hand-made pages write so, which would give one paragraph as long as the article.
 */
export const splitBrParagraphs: PagePass = {
  run({ clone }) {
    // Only now are lines that name other articles boxes of their own.
    if (partParagraphs(clone)) for (const p of findAll(clone, 'p')) dropForeignLine(p);
  },
};

/** Parts the paragraphs of a page at pairs of br and at blank lines, and does nothing else; whether it has such pairs. */
export function partParagraphs(clone: Document): boolean {
  splitAtBlankLines(clone);
  // Looked for only when there is something to split: few pages have such breaks, and every element would be asked.
  let mixed: AroundBoxes | undefined;
  const boxes = new Set<Element>();
  // From the end, so that what stands behind a break is moved once.
  for (const br of findAll(clone, 'br').reverse()) {
    const second = secondBr(br);
    const around = second && br.closest(LEAVE);
    if (!second || (around && !columnsOf(clone).has(around))) continue;
    mixed ??= aroundBoxes(clone);
    raise(br, second, mixed);
    boxes.add(br.parentNode as Element);
  }
  for (const box of boxes) if (mixed && isBlock(box)) split(box, mixed);
  return !!mixed;
}

/** The cells with half of the page's text, those around them too. */
const columnsOf = oncePerPage((page) => {
  const half = rawText(page.body).length / 2;
  return new Set<Element>(findAll(page, 'td').filter((cell) => rawText(cell).length > half));
});

/** After a sentence a blank line in the source is one on the page, too, where the style keeps it. */
const BLANK_LINE = /(?<=[.。？！」）])[^\S\n]*\n\s*\n/;

function splitAtBlankLines(page: Document): void {
  for (const p of findAll(page, 'p')) {
    if (p.firstElementChild) continue;
    const [first = '', ...others] = rawText(p).trim().split(BLANK_LINE);
    if (!others[0]) continue;
    p.textContent = first;
    p.after(...others.map((textContent) => Object.assign(likeOf(p), { textContent })));
  }
}

/** An empty element of the same kind, without the id, which must not occur twice. */
function likeOf(element: Element): Element {
  const like = element.cloneNode() as Element;
  like.removeAttribute('id');
  return like;
}

/** The `br` that comes next after one, white space aside; null where something else does. */
function secondBr(br: Node): Element | null {
  const next = siblingOf(br, 'nextSibling');
  return next?.nodeName === 'BR' ? (next as Element) : null;
}

/** Levels of nested inline elements; pages that nest more are made to be slow. */
const DEEPEST = 9;

type AroundBoxes = ReadonlySet<Node>;

/** Elements that hold boxes, even those that are inline elements by name: they cannot be made paragraphs. */
function aroundBoxes(page: Document): AroundBoxes {
  const mixed = new Set<Node>();
  for (const { parentElement } of findAll(page, '*').filter(isBox)) addWithAncestors(mixed, parentElement, page);
  return mixed;
}

/**
 * Moves two line breaks out of the bold text, the link and the like that they are in; these go on behind the breaks.
 */
function raise(br: Element, second: Element, mixed: AroundBoxes): void {
  while (br.nextSibling !== second) br.nextSibling?.remove();
  for (let level = 0; level < DEEPEST; level++) {
    const box = br.parentElement;
    if (!box || isBlock(box) || mixed.has(box)) return;
    const rest = likeOf(box);
    while (second.nextSibling) rest.append(second.nextSibling);
    // Links lead to anchors, which are blank.
    box.after(br, second, isBlank(rest) && !findFirst(rest, '[id], [name]') ? '' : rest);
  }
}

function split(box: Element, mixed: AroundBoxes): void {
  // Empty lines at the end part nothing.
  while (isEmptyLine(box.lastChild)) box.lastChild?.remove();
  const nodes = [...box.childNodes];
  const seconds = new Set<Node | null>(nodes.map((node) => (node.nodeName === 'BR' ? secondBr(node) : null)));
  if (seconds.size < 2 || (box.tagName === 'P' && nodes.some(isBox))) return;
  const isMixed = (node: Node | undefined) => node && mixed.has(node) && !isBox(node);
  const parts: Node[] = [];
  let paragraph: Node[] = [];
  const close = () => {
    while (isEmptyLine(paragraph.at(-1))) paragraph.pop();
    if (paragraph.some((node) => /\S/.test(rawText(node)))) {
      const p = makeElement(box, 'p');
      p.append(...paragraph);
      parts.push(p);
    } else parts.push(...paragraph);
    paragraph = [];
  };
  for (const node of nodes) {
    const whole = isBox(node) || mixed.has(node);
    const pair = seconds.has(node);
    if (whole || pair) close();
    // Text at the end of an element that holds boxes does not go on behind the empty line.
    if (whole || (pair && isMixed(parts.at(-1)))) parts.push(node);
    else if (!pair) paragraph.push(node);
  }
  close();
  const target = box.tagName === 'P' ? rename(box, 'div', box.getAttributeNames()) : box;
  target.replaceChildren(...parts);
}

const isEmptyLine = (node: Node | null | undefined) => node?.nodeName === 'BR' || isSpace(node);

const isBox = (node: Node): boolean => isBlock(node) && node.nodeName !== 'BR';
