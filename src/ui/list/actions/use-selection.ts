import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SavedMetadata } from '../../../model/saved-article.ts';

export interface Selection {
  /** The selected rows that are still shown, in the order of the list. */
  items: SavedMetadata[];
  has(id: string): boolean;
  /** Selects or deselects a row; with `range` also everything between it and the row before. */
  toggle(id: string, range?: boolean): void;
  /** Selects everything, or nothing when everything is selected. */
  toggleAll(): void;
  clear(): void;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Which list the rows are of, and whether more come. */
export interface RowsState {
  /** Empty for the list itself, else the search: rows of another search do not join a selection. */
  of: string;
  whole: boolean;
  /** Loads the rest, where rows come only on scrolling. */
  loadRest?: (() => void) | undefined;
}

/**
 * The selected rows. Actions ignore a row that has left the list. A row that appears after everything was selected is
 * selected, too.
 */
export function useSelection(rows: readonly SavedMetadata[], { of, whole, loadRest }: RowsState): Selection {
  const [ids, setIds] = useState(NOTHING);
  const latest = useRef(rows);
  const last = useRef<string | null>(null);
  /** The list whose awaited rows will join the selection; null for none. */
  const awaits = useRef<string | null>(null);
  useLayoutEffect(() => {
    const before = latest.current;
    latest.current = rows;
    const joins = awaits.current === of;
    if (!joins || whole) awaits.current = null;
    if (!joins) return;
    const known = new Set(before.map(({ id }) => id));
    const come = rows.map(({ id }) => id).filter((id) => !known.has(id));
    if (come.length > 0) setIds((old) => new Set([...old, ...come]));
  }, [rows, of, whole]);

  const items = useMemo(() => (ids.size === 0 ? [] : rows.filter(({ id }) => ids.has(id))), [rows, ids]);
  const toggle = useCallback((id: string, range = false) => {
    const before = last.current;
    last.current = id;
    setIds((old) => {
      const next = new Set(old);
      if (range && before !== null) for (const each of between(latest.current, before, id)) next.add(each);
      else if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const toggleAll = useCallback(() => {
    const all = latest.current.map(({ id }) => id);
    const isAll = all.every((id) => ids.has(id));
    awaits.current = isAll || whole ? null : of;
    setIds(isAll ? NOTHING : new Set(all));
    if (awaits.current !== null) loadRest?.();
  }, [ids, of, whole, loadRest]);
  const clear = useCallback(() => {
    awaits.current = null;
    setIds(NOTHING);
  }, []);
  return { items, has: (id) => ids.has(id), toggle, toggleAll, clear };
}

function between(rows: readonly SavedMetadata[], one: string, other: string): string[] {
  const [first, second] = [one, other].map((wanted) => rows.findIndex(({ id }) => id === wanted));
  if (first === undefined || second === undefined || first < 0 || second < 0) return [other];
  return rows.slice(Math.min(first, second), Math.max(first, second) + 1).map(({ id }) => id);
}
