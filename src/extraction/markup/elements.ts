import { isBlock } from '../block-text.ts';
import { findFirst, isText, makeElement, rawText, textNodes } from '../find-elements.ts';

/** Whether a node is an element with one of the (upper-case) names. */
export function isElement(node: Element, ...names: string[]): boolean;
export function isElement(node: Node | null | undefined, ...names: string[]): node is HTMLElement;
export function isElement(node: Node | null | undefined, ...names: string[]): boolean {
  return !!node && node.nodeType === 1 && (names.length === 0 || names.includes(node.nodeName.toUpperCase()));
}

/** Replaces an element by its children. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** Whether a node is a comment or white space. */
export const isSpace = (node: Node | null | undefined): node is Text | Comment =>
  node?.nodeType === 8 || (isText(node) && !VISIBLE.test(node.data));

/** What stands next to a node on one side, comments and white space aside. */
export function siblingOf(node: Node, side: 'nextSibling' | 'previousSibling'): Node | null {
  let beside = node[side];
  while (isSpace(beside)) beside = beside[side];
  return beside;
}

/** Whether an element is hidden by an attribute or a style of its own. */
export const isHiddenByHand = (element: HTMLElement): boolean => !!element.hidden || element.style.display === 'none';

/**
 * Removes an element. Where it is a block between two texts, a `br` takes its place, since the block ended their line.
 */
export function removeBox(element: Element): void {
  // The next sibling first: where many boxes follow one long text, the text would be read for each of them.
  const isBetween =
    isBlock(element) &&
    (['nextSibling', 'previousSibling'] as const).every((side) => {
      const beside = siblingOf(element, side);
      return beside && !isBlock(beside) && VISIBLE.test(rawText(beside));
    });
  if (isBetween) element.replaceWith(makeElement(element, 'br'));
  else element.remove();
}

/** Replaces an element by one of another name, with its children and of its attributes only those given. */
export function rename(
  element: Element,
  name: string,
  attributes: readonly string[] = ['id', 'class', 'lang', 'dir', 'style'],
): HTMLElement {
  const renamed = makeElement(element, name);
  for (const attribute of attributes) {
    // The attribute node is copied, because `setAttribute` refuses some names that the parser allows, such as `"`.
    const copy = element.getAttributeNode(attribute)?.cloneNode();
    if (copy) renamed.setAttributeNode(copy as Attr);
  }
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

/** Adds an element and its ancestors below `root` to a set that is filled only in this way. */
export function addWithAncestors(set: Set<Node>, element: Element | null, root: Node): void {
  for (let at = element; at && at !== root && !set.has(at); at = at.parentElement) set.add(at);
}

/** The text of a node, trimmed, with white space collapsed. */
export const textOf = (node: Node | null | undefined): string => tidyText(rawText(node));

/** A text, trimmed, with white space collapsed. Single spaces are not matched: to replace each by itself costs time. */
export const tidyText = (text: string): string => text.replace(/[\s\u200b]{2,}|[^\S ]|\u200b/g, ' ').trim();

/** A selector for elements that are visible although they have no text, and for `others`. */
const seenAnd = (others: string): string =>
  `img, picture, video, audio, iframe, svg, math, canvas, table, hr, object, embed, ${others}`;

/** Whether an element has neither text nor anything else that can be seen. */
export function isBlank(element: Element): boolean {
  return !VISIBLE.test(rawText(element)) && !holdsSeen(element, 'input');
}

/** Whether an element is or contains something that is visible although it has no text, or matches `others`. */
export const holdsSeen = (element: Element, others: string): boolean =>
  element.matches(seenAnd(others)) || !!findFirst(element, seenAnd(others));

/** Whether an element is itself visible although it has no text, as a picture is. */
export const isSeenWithoutText = (element: Element): boolean => element.matches(seenAnd('input'));

/** Some editors write a joiner into each empty paragraph, so that it has the height of a line. */
const VISIBLE = /[^\s\u200b-\u200f]/;

/**
 * The blocks with text of their own (paragraphs, headings, list items, bare `div`s) in document order, at most `most`.
 * One with text beside paragraphs, as a portal's summary in `strong`, is listed once, and its paragraphs are listed too.
 */
export function listBlocks(root: Element, most = Number.POSITIVE_INFINITY): Element[] {
  const blocks = new Set<Element>();
  for (const { data, parentElement } of textNodes(root)) {
    if (blocks.size >= most) break;
    if (!VISIBLE.test(data)) continue;
    let block = parentElement;
    while (block && block !== root && !isBlock(block)) block = block.parentElement;
    if (block && block !== root) blocks.add(block);
  }
  return [...blocks];
}

/** Whether a link is the sign beside a heading that links to that heading, as in manuals: `#`, `¶`. */
export const isPermalink = (link: Element): boolean => /^[#¶§🔗]+$/u.test(rawText(link).trim());

/** Parses HTML into a document that runs no script and loads nothing. */
export const parseHtml = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
