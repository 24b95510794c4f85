import type { ComponentChildren, CSSProperties, JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface VirtualRowsProps<Item> {
  /** What is loaded; may be shorter than `count`. */
  items: readonly Item[];
  /** Rows the list will have once all is loaded: the scroll bar is right from the start. */
  count: number;
  /** A row that must exist although it is out of sight, because it has or gets the focus. -1 for none. */
  pinned: number;
  label: string;
  render(item: Item, index: number, style: CSSProperties): ComponentChildren;
}

const OVERSCAN = 6;

/**
 * A list that draws only the rows in sight. Rows are equally high (`--row-height`, whatever the text size makes of it),
 * so no row needs to be measured and the scroll bar never jumps.
 */
export function VirtualRows<Item>({ items, count, pinned, label, render }: VirtualRowsProps<Item>): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const probe = useRef<HTMLLIElement>(null);
  const [{ start, end, rowHeight }, setRange] = useState({ start: 0, end: 20, rowHeight: 0 });

  useLayoutEffect(() => {
    const update = () => {
      const height = probe.current?.getBoundingClientRect().height ?? 0;
      const listTop = list.current?.getBoundingClientRect().top ?? 0;
      const input = { listTop, viewportHeight: innerHeight, rowHeight: height, count, overscan: OVERSCAN };
      const [from, to] = visibleRange(input);
      setRange((old) =>
        // A list that is out of sight stays as it was.
        (height === 0 && old.rowHeight > 0) || (old.start === from && old.end === to && old.rowHeight === height)
          ? old
          : { start: from, end: to, rowHeight: height },
      );
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

  const indexes = Array.from({ length: Math.min(end, items.length) - start }, (_, offset) => start + offset);
  if (pinned >= 0 && pinned < items.length && (pinned < start || pinned >= end)) indexes.push(pinned);
  const height = rowHeight ? `${count * rowHeight}px` : `calc(var(--row-height) * ${count})`;
  return (
    <ul ref={list} class="rows" aria-label={label} style={{ height }}>
      <li ref={probe} class="row row-probe" aria-hidden="true" />
      {indexes.map((index) => {
        const item = items[index];
        return (
          item &&
          render(item, index, { top: rowHeight ? `${index * rowHeight}px` : `calc(var(--row-height) * ${index})` })
        );
      })}
    </ul>
  );
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
