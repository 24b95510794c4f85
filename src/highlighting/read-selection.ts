/** `getComposedRanges` is in Chromium since 137 and in Firefox since 142. */
type ComposedSelection = Selection & {
  getComposedRanges?: (options: { shadowRoots: ShadowRoot[] }) => StaticRange[];
};

/**
 * The selected range inside `body`, even in a shadow root; null when nothing of it is selected. A selection that
 * reaches beyond the body is cut to it.
 */
export function readSelection(body: HTMLElement): Range | null {
  const found = selectedRange(body);
  if (!found || found.collapsed) return null;
  const whole = body.ownerDocument.createRange();
  whole.selectNodeContents(body);
  const range = body.ownerDocument.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  if (!range.intersectsNode(body)) return null;
  if (range.compareBoundaryPoints(Range.START_TO_START, whole) < 0) range.setStart(body, 0);
  if (range.compareBoundaryPoints(Range.END_TO_END, whole) > 0) range.setEnd(body, body.childNodes.length);
  return range.collapsed ? null : range;
}

function selectedRange(body: HTMLElement): AbstractRange | null {
  const root = body.getRootNode();
  const selection: ComposedSelection | null = body.ownerDocument.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  if (!(root instanceof ShadowRoot)) return selection.getRangeAt(0);
  if (selection.getComposedRanges) return selection.getComposedRanges({ shadowRoots: [root] })[0] ?? null;
  // Firefox before 142 gives the range inside the shadow root itself.
  return selection.getRangeAt(0);
}
