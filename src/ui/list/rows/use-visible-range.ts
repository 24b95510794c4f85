import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Rows drawn beyond both edges of the window, so that a fast scroll shows text. */
const OVERSCAN = 6;

/** The rows [start, end) that are in sight or nearly, and their height in px; 0 until it is measured. */
interface VisibleRange {
  start: number;
  end: number;
  rowHeight: number;
}

/** Follows which of `count` rows the window shows. `probe` is a row that exists only to measure its height. */
export function useVisibleRange(
  list: RefObject<HTMLElement | null>,
  probe: RefObject<HTMLElement | null>,
  count: number,
): VisibleRange {
  const [range, setRange] = useState<VisibleRange>({ start: 0, end: 20, rowHeight: 0 });
  useLayoutEffect(() => {
    const update = () => {
      const rowHeight = probe.current?.getBoundingClientRect().height ?? 0;
      const listTop = list.current?.getBoundingClientRect().top ?? 0;
      const [start, end] = visibleRange({ listTop, viewportHeight: innerHeight, rowHeight, count, overscan: OVERSCAN });
      setRange((old) => {
        // A list that is out of sight stays as it was.
        const isHidden = rowHeight === 0 && old.rowHeight > 0;
        const isSame = old.start === start && old.end === end && old.rowHeight === rowHeight;
        return isHidden || isSame ? old : { start, end, rowHeight };
      });
    };
    update();
    addEventListener('scroll', update, { capture: true, passive: true });
    addEventListener('resize', update);
    const resized = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(update);
    if (probe.current) resized?.observe(probe.current);
    if (list.current) resized?.observe(list.current);
    return () => {
      removeEventListener('scroll', update, { capture: true });
      removeEventListener('resize', update);
      resized?.disconnect();
    };
  }, [count]);
  return range;
}

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
