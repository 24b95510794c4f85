interface RangeInput {
  /** Distance from the top edge of the viewport to the top of the list, negative once it is scrolled past, in px. */
  listTop: number;
  viewportHeight: number;
  rowHeight: number;
  count: number;
  /** Rows kept beyond both edges, so that a fast scroll shows text. */
  overscan: number;
}

/** The rows [start, end) of a list with rows of equal height that the viewport shows. */
export function visibleRange({ listTop, viewportHeight, rowHeight, count, overscan }: RangeInput): [number, number] {
  if (rowHeight <= 0 || count === 0) return [0, Math.min(count, overscan)];
  const first = Math.floor(-listTop / rowHeight) - overscan;
  const last = Math.ceil((viewportHeight - listTop) / rowHeight) + overscan;
  const start = Math.min(Math.max(0, first), count);
  return [start, Math.max(start, Math.min(count, last))];
}
