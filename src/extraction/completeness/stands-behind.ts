import { precedes } from '../find-elements.ts';
import type { ComparedBlock } from './compare-page.ts';

/** An element farther below the text, in px, does not belong to its end. */
const NEAR = 240;

/** Whether an element stands directly below the last paragraph of the article, with no text between them but an ellipsis. */
export function standsBehind(element: Element, { block }: ComparedBlock, prose: readonly ComparedBlock[]): boolean {
  const gap = element.getBoundingClientRect().top - block.element.getBoundingClientRect().bottom;
  if (Math.abs(gap) > NEAR) return false;
  return !prose.some(
    (other) =>
      other.block !== block && precedes(block.element, other.block.element) && precedes(other.block.element, element),
  );
}

/** Elements looked at behind the end of the text. */
const MOST_BEHIND = 300;

/** The elements in and behind another, in document order, without the boxes around it. */
export function listBehind(start: Element): HTMLElement[] {
  const walker = start.ownerDocument.createTreeWalker(start.ownerDocument.body, NodeFilter.SHOW_ELEMENT);
  walker.currentNode = start;
  const found: HTMLElement[] = [];
  for (let seen = 0; seen < MOST_BEHIND && walker.nextNode(); seen++)
    if (walker.currentNode instanceof HTMLElement) found.push(walker.currentNode);
  return found;
}
