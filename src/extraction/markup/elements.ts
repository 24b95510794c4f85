import { attributeOrNull, findFirst, isText, makeElement, nextNode, rawText } from '../find-elements.ts';
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

/** The element under another name, with its children and the given attributes only. */
export function rename(
  element: Element,
  name: string,
  attributes: readonly string[] = ['id', 'class', 'lang', 'dir', 'style'],
): HTMLElement {
  const renamed = makeElement(element, name);
  for (const attribute of attributes) {
    const value = attributeOrNull(element, attribute);
    if (value !== null) renamed.setAttribute(attribute, value);
  }
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

/** Text with white space collapsed. */
export function textOf(node: Node | null | undefined): string {
  return rawText(node)
    .replace(/[\s\u200b]+/g, ' ')
    .trim();
}

/** Things that are seen although they have no text, and others. */
const seenAnd = (others: string): string =>
  `img, picture, video, audio, iframe, svg, math, canvas, table, hr, object, embed, ${others}`;

/** Whether nothing of an element is seen. */
export function isBlank(element: Element): boolean {
  return !hasText(element) && !holdsSeen(element, 'input');
}

/** Whether an element is, or has in it, what is seen although it has no text, or one of `others`. */
export const holdsSeen = (element: Element, others: string): boolean =>
  element.matches(seenAnd(others)) || findFirst(element, seenAnd(others)) !== null;

/** Whether an element is seen although it has no text. */
export const isSeen = (element: Element): boolean => element.matches(seenAnd('input'));

/** Whether there is text that is seen; reads no further than to its first letter. */
function hasText(element: Element): boolean {
  for (let node = nextNode(element, element); node; node = nextNode(node, element)) {
    if (isText(node) && /[^\s\u200b]/.test((node as Text).data)) return true;
  }
  return false;
}
