import type { ComponentChildren, CSSProperties, JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { drawAtOnce } from '../draw-at-once.ts';
import { useWords } from './words-context.ts';

interface VirtualRowsProps<Item> {
  /** What is loaded; may be shorter than `count`. */
  items: readonly Item[];
  /** Rows the list will have once all are loaded: the scroll bar is right from the start. */
  count: number;
  /** A row that must be drawn even out of sight, because it has or gets the focus. -1 for none. */
  pinned: number;
  label: string;
  render(item: Item, index: number, style: CSSProperties): ComponentChildren;
}

const OVERSCAN = 6;

/** Rows on paper, some forty pages. More would delay the browser's preview by seconds. */
const MOST_PRINTED = 1000;

/** Hides on paper a row that is drawn only for its focus: left out, it would lose it. */
const UNPRINTED: CSSProperties = { position: 'absolute', top: '0', opacity: '0' };

/**
 * A list that draws only the rows in sight. Rows are equally high (`--row-height`, whatever the text size makes of it),
 * so none needs to be measured and the scroll bar never jumps. On paper all loaded rows are drawn, up to
 * `MOST_PRINTED`; where there are more, their number is.
 */
export function VirtualRows<Item>({ items, count, pinned, label, render }: VirtualRowsProps<Item>): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const probe = useRef<HTMLLIElement>(null);
  const [{ start, end, rowHeight }, setRange] = useState({ start: 0, end: 20, rowHeight: 0 });
  const printing = usePrinting();
  const words = useWords();

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

  const printed = Math.min(items.length, MOST_PRINTED);
  const [from, to] = printing ? [0, printed] : [start, Math.min(end, items.length)];
  const indexes = Array.from({ length: to - from }, (_, offset) => from + offset);
  if (pinned >= 0 && pinned < items.length && (pinned < from || pinned >= to)) indexes.push(pinned);
  const offset = (rows: number) => (rowHeight ? `${rows * rowHeight}px` : `calc(var(--row-height) * ${rows})`);
  const onPaper = (index: number) => (index < to ? {} : UNPRINTED);
  return (
    <>
      <ul
        ref={list}
        class="rows"
        aria-label={label}
        data-printed={printing || undefined}
        style={printing ? {} : { height: offset(count) }}
      >
        <li ref={probe} class="row row-probe" aria-hidden="true" />
        {indexes.map((index) => {
          const item = items[index];
          return item && render(item, index, printing ? onPaper(index) : { top: offset(index) });
        })}
      </ul>
      {printing && printed < count && (
        <p class="found">{words.t('listPrinted', words.number(printed), words.number(count))}</p>
      )}
    </>
  );
}

/**
 * Whether the page is being printed. What is drawn for that is there before the browser looks. The page may then be too
 * short for its scroll position, which is restored afterwards.
 */
function usePrinting(): boolean {
  const [scrolled, setScrolled] = useState<number | null>(null);
  useLayoutEffect(() => {
    const begin = () => drawAtOnce(() => setScrolled((before) => before ?? scrollY));
    const end = () => setScrolled(null);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  useLayoutEffect(() => {
    if (scrolled === null) return undefined;
    return () => {
      document.documentElement.scrollTop = scrolled;
    };
  }, [scrolled]);
  return scrolled !== null;
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
