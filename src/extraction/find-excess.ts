import { blockText } from './block-text.ts';
import { allElements, isText, makeElement, rawText } from './find-elements.ts';

/**
 * The largest page that still opens within 2 s on a slow laptop, see docs/speed.md. The largest of a thousand
 * pages of the web had 16,000 elements.
 */
const MOST_ELEMENTS = 30_000;
const MOST_CHARACTERS = 4_000_000;

/**
 * Characters times the elements around them: the cost of asking every element for its text, as Readability does. A news
 * page has some million; 2 MB in 500 nested boxes have a thousand million.
 */
const MOST_NESTED_CHARACTERS = 150_000_000;

/** A page with fewer characters cannot reach that: the parser nests no deeper than 512. */
const FEW_CHARACTERS = MOST_NESTED_CHARACTERS / 512;

/**
 * Names what a page has too much of; null for a page that can be read. `copy` holds only the first rows of long tables.
 */
export function findExcess(copy: Document): string | null {
  const elements = allElements(copy).length;
  if (elements > MOST_ELEMENTS) return `${elements} elements`;
  const characters = rawText(copy.documentElement).length;
  if (characters > MOST_CHARACTERS) return `${characters} characters`;
  const nested = characters < FEW_CHARACTERS ? 0 : countNested(copy.documentElement);
  return nested > MOST_NESTED_CHARACTERS ? `${nested} characters in nested elements` : null;
}

function countNested(root: Element): number {
  let sum = 0;
  let depth = 0;
  let node: Node | null = root;
  while (node) {
    if (isText(node)) sum += (node as Text).length * depth;
    if (node.firstChild) {
      node = node.firstChild;
      depth++;
      continue;
    }
    while (node !== root && !node.nextSibling && node.parentNode) {
      node = node.parentNode;
      depth--;
    }
    node = node === root ? null : node.nextSibling;
  }
  return sum;
}

/** Browsers need seconds to lay out more paragraphs. Beyond that, lines are joined. */
const MOST_PARAGRAPHS = 6_000;

/** Text beyond this is cut, and the cut is shown. */
const MOST_TEXT = 2_000_000;

/** The text of a page, also as bare paragraphs: all that is given of pages that are too large. */
export function listParagraphs(page: Document): { html: string; text: string } {
  const whole = page.body ? blockText(page.body) : '';
  const lines = (whole.length > MOST_TEXT ? `${whole.slice(0, MOST_TEXT)}\n…` : whole).split('\n');
  const together = Math.ceil(lines.length / MOST_PARAGRAPHS);
  const paragraphs: string[] = [];
  for (let at = 0; at < lines.length; at += together) paragraphs.push(lines.slice(at, at + together).join(' '));
  const box = page.implementation.createHTMLDocument('');
  for (const paragraph of paragraphs) box.body.appendChild(makeElement(box, 'p')).textContent = paragraph;
  return { html: box.body.innerHTML, text: paragraphs.join('\n') };
}
