import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface RowControl {
  /** The row's `data-row`. */
  row: string;
  /** Selector of a control in it. */
  control: string;
}

/**
 * Brings the focus back to a list whose row, or a control in it, has gone with it. Gives what takes, when a row is changed,
 * where the focus goes to then: to the first that is there; once it is where the first leads, that is done.
 */
export function useFocusOnRow(list: RefObject<HTMLElement | null>): (wanted: readonly RowControl[]) => void {
  const wanted = useRef<readonly RowControl[]>([]);
  useLayoutEffect(() => {
    if (document.activeElement !== document.body) return;
    for (const [at, { row, control }] of wanted.current.entries()) {
      const target = findRow(list.current, row)?.querySelector<HTMLElement>(control);
      if (!target) continue;
      target.focus();
      if (at === 0) wanted.current = [];
      return;
    }
  });
  return (now) => {
    wanted.current = now;
  };
}

const findRow = (list: HTMLElement | null, row: string): Element | undefined =>
  Array.from(list?.children ?? []).find((child) => child.getAttribute('data-row') === row);
