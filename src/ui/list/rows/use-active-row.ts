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

/** The row in `root` that keys act on: the first, until another gets the focus. */
export function useActiveRow(root: RefObject<HTMLElement | null>, rows: readonly SavedMetadata[]): ActiveRow {
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

  return {
    item: rows[index],
    index,
    focusAt,
    setId: setActiveId,
    hasFocus,
  };
}
