import type { ComponentChildren, CSSProperties, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { usePrinting } from '../use-printing.ts';
import { useWords } from '../words-context.ts';
import { useVisibleRange } from './use-visible-range.ts';

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

/** Rows on paper, some forty pages. More would delay the browser's print preview by seconds. */
const MOST_PRINTED = 1000;

/** Hides a row on paper that is drawn only because it has the focus, which it would lose if it were left out. */
const UNPRINTED: CSSProperties = { position: 'absolute', top: '0', opacity: '0' };

/**
 * A list that draws only the visible rows. All rows have the same height (`--r-row-height`, which depends on the text
 * size), so that none needs to be measured and the scroll bar never jumps. On paper all loaded rows are drawn, up to
 * `MOST_PRINTED`; if there are more, their number is.
 */
export function VirtualRows<Item>({ items, count, pinned, label, render }: VirtualRowsProps<Item>): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const probe = useRef<HTMLLIElement>(null);
  const { start, end, rowHeight } = useVisibleRange(list, probe, count);
  const printing = usePrinting();
  const words = useWords();

  const printed = Math.min(items.length, MOST_PRINTED);
  const [from, to] = printing ? [0, printed] : [start, Math.min(end, items.length)];
  const indexes = Array.from({ length: to - from }, (_, offset) => from + offset);
  if (pinned >= 0 && pinned < items.length && (pinned < from || pinned >= to)) indexes.push(pinned);
  const offset = (rows: number) => (rowHeight ? `${rows * rowHeight}px` : `calc(var(--r-row-height) * ${rows})`);
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
