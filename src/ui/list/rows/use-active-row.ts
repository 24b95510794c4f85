import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { SavedMetadata } from '../../../model/saved-article.ts';

export interface ActiveRow {
  /** The one row that keys act on and Tab reaches; undefined in an empty list. */
  item: SavedMetadata | undefined;
  index: number;
  /** Makes a row active and moves the focus to it; false when there is none. */
  focusAt(index: number): boolean;
  /** The focus came to a row by itself. */
  setId(id: string): void;
  /** True while the focus is in a row. */
  hasFocus(): boolean;
}

/**
 * The row in `root` that keys act on: the first, until another gets the focus, as the first that has `returned` does
 * when Undo brings it back.
 */
export function useActiveRow(
  root: RefObject<HTMLElement | null>,
  rows: readonly SavedMetadata[],
  returned: readonly string[],
): ActiveRow {
  const [activeId, setActiveId] = useState<string | null>(null);
  const focusNext = useRef(false);
  // The row may already be the active one and merely have lost the focus.
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const found = rows.findIndex(({ id }) => id === activeId);
  const index = Math.max(0, found);
  const hasFocus = () =>
    Boolean(root.current?.contains(document.activeElement) && document.activeElement?.closest('.row'));
  const focusAt = (wanted: number) => {
    const item = rows[Math.min(Math.max(0, wanted), rows.length - 1)];
    if (!item) return false;
    setActiveId(item.id);
    focusNext.current = true;
    redraw(0);
    return true;
  };

  // The row gets the focus once it is drawn: it may have been out of sight.
  useLayoutEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    root.current?.querySelector<HTMLElement>('.row[data-active] .row-title')?.focus();
  });

  // If the row with the focus has left the list, because of another window or another search, the one in its place gets
  // the focus.
  const lastIndex = useRef(0);
  const isOrphaned = found === -1 && activeId !== null && hasFocus();
  const isWithin = root.current?.contains(document.activeElement) === true;
  useLayoutEffect(() => {
    if (!isOrphaned) lastIndex.current = index;
    // The same when a focused control has gone: one of the selection bar, or Undo once pressed.
    const isLost = isWithin && document.activeElement === document.body;
    // Keys still work in an empty list, for example Undo.
    if ((isOrphaned || isLost) && !focusAt(lastIndex.current)) root.current?.focus();
  });

  // After the others, which only know of a better place than none. The row may come a little later.
  const awaited = useRef(returned);
  useLayoutEffect(() => {
    awaited.current = returned;
  }, [returned]);
  useLayoutEffect(() => {
    if (awaited.current.length === 0) return;
    const ids = new Set(awaited.current);
    const back = rows.findIndex(({ id }) => ids.has(id));
    if (back < 0) return;
    awaited.current = [];
    if (!isElsewhere(root.current)) focusAt(back);
  }, [returned, rows]);

  return {
    item: rows[index],
    index,
    focusAt,
    setId: setActiveId,
    hasFocus,
  };
}

/** Whether the focus is where a person has put it, and neither on a row, nor left behind by a control that has gone. */
function isElsewhere(list: HTMLElement | null): boolean {
  const focused = document.activeElement;
  return Boolean(focused && focused !== document.body && focused !== list && !focused.closest('.row, .undo'));
}
