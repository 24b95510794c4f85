import type { ComparedBlock } from './compare-page.ts';

/** What belongs to the end of the text stands no farther below it than this, in px. */
const NEAR = 240;

/** Whether an element stands directly below the last paragraph of the article, with no text between them but an ellipsis. */
export function standsBehind(element: Element, { block }: ComparedBlock, prose: readonly ComparedBlock[]): boolean {
  const follows = (one: Node, other: Node) =>
    (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const gap = element.getBoundingClientRect().top - block.element.getBoundingClientRect().bottom;
  if (Math.abs(gap) > NEAR) return false;
  return !prose.some(
    (other) =>
      other.block !== block && follows(block.element, other.block.element) && follows(other.block.element, element),
  );
}
