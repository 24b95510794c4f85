import { lettersAndDigits } from '../../model/text/letters.ts';
import { isBlock } from '../block-text.ts';
import { weighText } from '../choosing/text-measure.ts';
import { attributeOf } from '../find-elements.ts';

/** A run of text in the live page that no block interrupts, and the block that holds it. */
export interface PageBlock {
  element: Element;
  text: string;
  /** `text` in lower-case letters and digits alone, by which it is found in an article. */
  letters: string;
  /** Weighted characters: all, and those in links; see `weighText`. */
  weight: number;
  linked: number;
}

/** Elements that never show text of an article. */
const SILENT =
  'script, style, noscript, template, svg, math, select, button, textarea, iframe, object, dialog, nav, aside, ' +
  'footer, figure, table, pre, [role=navigation], [role=complementary], [role=contentinfo], [role=search], ' +
  '[role=dialog], [role=banner]';

/** Elements looked at; a larger page is not worth the time. */
const MOST_NODES = 60_000;

/** The parent of a node, by the prototype's getter: a form may have a control named `parentNode`. */
export function parentOf(node: Node): Element | null {
  const parent: unknown = PARENT?.call(node);
  return parent instanceof Element ? parent : null;
}
const PARENT = Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode')?.get;

/**
 * The blocks of a live page whose text could be an article's, in document order; null when the page is too large to be
 * worth it. Pauses between steps, so that scrolling stays smooth.
 */
export async function listPageBlocks(page: Document, pause: () => Promise<void>): Promise<PageBlock[] | null> {
  const { body } = page;
  if (!body) return null;
  const walker = page.createTreeWalker(body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const runs: { element: Element; text: string; linkedText: string }[] = [];
  for (let node = walker.firstChild(), seen = 0; node; node = nextNode(walker), seen++) {
    if (seen > MOST_NODES) return null;
    if (seen % 500 === 499) await pause();
    if (!(node instanceof Text)) continue;
    const { holder, isLinked } = holderOf(node);
    const last = runs.at(-1);
    const run = last?.element === holder ? last : { element: holder, text: '', linkedText: '' };
    if (run !== last) runs.push(run);
    run.text += node.data;
    if (isLinked) run.linkedText += node.data;
  }
  const blocks: PageBlock[] = [];
  for (const [index, run] of runs.entries()) {
    if (index % 20 === 19) await pause();
    const block = describe(run);
    if (block.weight > 0) blocks.push(block);
  }
  return blocks;
}

/**
 * Moves the walker on, past what is in a silent element. No filter does that: it would reject thousands of figures in a
 * row within one call, without a pause.
 */
function nextNode(walker: TreeWalker): Node | null {
  const { currentNode } = walker;
  const isSilent = currentNode instanceof Element && currentNode.matches(SILENT);
  let next = isSilent ? null : walker.firstChild();
  while (!next) {
    next = walker.nextSibling();
    if (!next && !walker.parentNode()) return null;
  }
  return next;
}

/** The block that directly holds a text, and whether the text is a link there. */
function holderOf(text: Text): { holder: Element; isLinked: boolean } {
  let isLinked = false;
  let at = parentOf(text) as Element;
  for (let up = parentOf(at); up && !isBlock(at); up = parentOf(at)) {
    isLinked ||= at.nodeName === 'A';
    at = up;
  }
  return { holder: at, isLinked };
}

function describe({ element, text, linkedText }: { element: Element; text: string; linkedText: string }): PageBlock {
  const letters = lettersAndDigits(text.toLowerCase());
  return { element, text, letters, weight: weighText(text), linked: weighText(linkedText) };
}

/** The kind of a block: tag and class of it and of the element it stands in. */
export function kindOf({ element }: PageBlock): string {
  const parent = parentOf(element);
  return `${nameOf(element)}<${parent ? nameOf(parent) : ''}`;
}

const nameOf = (element: Element): string => `${element.nodeName}.${attributeOf(element, 'class')}`;

/** Whether an element is drawn and not transparent. */
export function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}
