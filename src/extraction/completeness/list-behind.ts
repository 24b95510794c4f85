/** So many elements behind the end of the text are looked at. */
const MOST_BEHIND = 300;

/** The elements in and behind another, in document order; boxes around it are not among them. */
export function listBehind(start: Element): HTMLElement[] {
  const walker = start.ownerDocument.createTreeWalker(start.ownerDocument.body, NodeFilter.SHOW_ELEMENT);
  walker.currentNode = start;
  const found: HTMLElement[] = [];
  for (let seen = 0; seen < MOST_BEHIND && walker.nextNode(); seen++)
    if (walker.currentNode instanceof HTMLElement) found.push(walker.currentNode);
  return found;
}
