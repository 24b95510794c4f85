import { isBlock } from '../block-text.ts';
import { findFirst, isText, makeElement, rawText, textNodes } from '../find-elements.ts';

/** Whether a node is an element with one of the (upper-case) names. */
export function isElement(node: Element, ...names: string[]): boolean;
export function isElement(node: Node | null | undefined, ...names: string[]): node is HTMLElement;
export function isElement(node: Node | null | undefined, ...names: string[]): boolean {
  return !!node && node.nodeType === 1 && (names.length === 0 || names.includes(node.nodeName.toUpperCase()));
}

/** Puts an element's children in its place. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** Whether a node is a comment, or text of which nothing is seen. */
export const isSpace = (node: Node | null | undefined): node is Text | Comment =>
  node?.nodeType === 8 || (isText(node) && !VISIBLE.test(node.data));

/** Whether an element says itself that it is not shown. */
export const isHiddenByHand = (element: HTMLElement): boolean => !!element.hidden || element.style.display === 'none';

/** Takes an element away. A block ends the line before it: where text stands right before and right behind, a line break stays. */
export function removeBox(element: Element): void {
  // What is behind first, which is another with each of many boxes behind one long text.
  const isBetween =
    isBlock(element) &&
    (['nextSibling', 'previousSibling'] as const).every((side) => {
      let beside: Node | null = element[side];
      while (isSpace(beside)) beside = beside[side];
      return beside !== null && !isBlock(beside) && VISIBLE.test(rawText(beside));
    });
  if (isBetween) element.replaceWith(makeElement(element, 'br'));
  else element.remove();
}

/** The element under another name, with its children and the given attributes only. */
export function rename(
  element: Element,
  name: string,
  attributes: readonly string[] = ['id', 'class', 'lang', 'dir', 'style'],
): HTMLElement {
  const renamed = makeElement(element, name);
  for (const attribute of attributes) {
    // A copy: of the names that a parser makes, `"` for one, not every one may be set.
    const copy = element.getAttributeNode(attribute)?.cloneNode();
    if (copy) renamed.setAttributeNode(copy as Attr);
  }
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

/** Adds an element, and all that it is in below `root`, to a set made so. */
export function addWithAncestors(set: Set<Node>, element: Element | null, root: Node): void {
  for (let at = element; at && at !== root && !set.has(at); at = at.parentElement) set.add(at);
}

/** Text with white space collapsed. */
export function textOf(node: Node | null | undefined): string {
  // A single space is let be, as in `collapseSpace`.
  return rawText(node)
    .replace(/[\s\u200b]{2,}|[^\S ]|\u200b/g, ' ')
    .trim();
}

/** Things that are seen although they have no text, and others. */
const seenAnd = (others: string): string =>
  `img, picture, video, audio, iframe, svg, math, canvas, table, hr, object, embed, ${others}`;

/** Whether nothing of an element is seen. */
export function isBlank(element: Element): boolean {
  return !VISIBLE.test(rawText(element)) && !holdsSeen(element, 'input');
}

/** Whether an element is, or has in it, what is seen although it has no text, or one of `others`. */
export const holdsSeen = (element: Element, others: string): boolean =>
  element.matches(seenAnd(others)) || !!findFirst(element, seenAnd(others));

/** Whether an element is seen although it has no text. */
export const isSeen = (element: Element): boolean => element.matches(seenAnd('input'));

const VISIBLE = /[^\s\u200b]/;

/** Innermost blocks that hold text, in document order, no more than `most`: paragraphs, headings, list items, bare `div`s. */
export function listBlocks(root: Element, most = Number.POSITIVE_INFINITY): Element[] {
  const blocks: Element[] = [];
  for (const { data, parentElement } of textNodes(root)) {
    if (blocks.length >= most) break;
    if (!VISIBLE.test(data)) continue;
    let block = parentElement;
    while (block && block !== root && !isBlock(block)) block = block.parentElement;
    if (block && block !== root && !blocks.at(-1)?.contains(block)) blocks.push(block);
  }
  return blocks;
}

/** Whether a link is the mark beside a heading that leads to the heading itself, as manuals have it: `#`, `¶`. */
export const isPermalink = (link: Element): boolean => /^[#¶§🔗]+$/u.test(rawText(link).trim());

/** The document that HTML makes; it runs and loads nothing. */
export const parseHtml = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
