import { listTextBlocks } from '../../reader/reading-place.ts';
import { scrollerTop } from '../../reader/scroller-view.ts';

/** A place in the text where reading aloud can begin. */
export type ReadingStart = { node: Node; offset: number };

/** In a shadow tree Chromium keeps the selection at the root, Firefox at the document. */
export function selectionStart(body: HTMLElement): ReadingStart | null {
  const root = body.getRootNode() as Document | (ShadowRoot & { getSelection?(): Selection | null });
  const selection = root.getSelection?.() ?? body.ownerDocument.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const { startContainer, startOffset } = selection.getRangeAt(0);
  return body.contains(startContainer) ? { node: startContainer, offset: startOffset } : null;
}

/** The bar may come over so many px. */
const BAR = 60;

/** The first block that is not above the view or under the bar, which takes `covered` px of it. */
export function firstInView(body: HTMLElement, scroller: HTMLElement, covered: number): ReadingStart | null {
  const top = scrollerTop(scroller) + Math.max(BAR, covered);
  const block = listTextBlocks(body).find((found) => found.getBoundingClientRect().bottom > top);
  return block ? { node: block, offset: 0 } : null;
}
