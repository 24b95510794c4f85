import type { RefObject } from 'preact';
import type { SavedMetadata } from '../../../model/saved-article.ts';
import type { ListAction } from '../list-keys.tsx';
import type { MoveAction, RowAction } from '../rows/saved-row.tsx';
import type { ActiveRow } from '../rows/use-active-row.ts';
import type { Selection } from './use-selection.ts';

/** What the keys act on. */
interface KeyTargets {
  root: RefObject<HTMLElement | null>;
  input: RefObject<HTMLInputElement | null>;
  firstMenu: RefObject<HTMLSelectElement | null>;
  active: ActiveRow;
  /** How many rows there are. */
  count: number;
  selection: Selection;
  /** The items of an action: the selected rows, else the active one. */
  targets: readonly SavedMetadata[];
  /** Only Restore is possible here, and deleting for good. */
  deleted: boolean;
  organise: boolean;
  /** Whether rows leave the list by being archived. */
  leaves: boolean;
  perform(action: Exclude<RowAction, 'open'>): void;
  undo(): void;
  help(): void;
}

type KeyActions = Record<ListAction, () => boolean | undefined>;

/** The function of each action in `LIST_KEYS`. One that returns false leaves the key to the browser. */
export function keyActions(on: KeyTargets): KeyActions {
  const { root, input, active, selection } = on;
  const done = (run: () => void) => () => {
    run();
    return true;
  };
  const focusInput = done(() => {
    input.current?.focus();
    input.current?.select();
  });
  const archives = on.targets.every((item) => item.place === 'archive') ? 'list' : 'archive';
  // A deleted item is put back where it was.
  const archivesOrRestores = on.deleted ? 'restore' : archives;
  const organising = (run: () => void, allowed = true) => (on.organise && allowed ? done(run) : () => false);
  return {
    next: () => active.focusAt(active.hasFocus() ? active.index + 1 : active.index),
    previous: () => (active.index > 0 ? active.focusAt(active.index - 1) : focusInput()),
    first: () => active.focusAt(0),
    last: () => active.focusAt(on.count - 1),
    open: done(() => {
      const title = root.current?.querySelector<HTMLElement>('.row[data-active] .row-title');
      // The article may open in this document: its row has the focus when the person comes back.
      title?.focus();
      title?.click();
    }),
    archive: () => moveRows(on, archivesOrRestores, on.leaves),
    delete: () => (on.deleted ? askToDrop(on) : moveRows(on, 'delete', true)),
    favourite: organising(() => on.perform('favourite'), !on.deleted && on.targets.length > 0),
    tags: organising(() => on.perform('tags'), !on.deleted && on.targets.length > 0),
    select: organising(() => active.item && selection.toggle(active.item.id)),
    selectAll: organising(selection.toggleAll),
    clear: organising(selection.clear, selection.items.length > 0),
    filter: organising(() => on.firstMenu.current?.focus(), on.firstMenu.current !== null),
    undo: done(on.undo),
    search: focusInput,
    help: done(on.help),
  };
}

/** The rows stay until the question is answered, which also says where the focus goes then. */
function askToDrop(on: KeyTargets): boolean {
  if (on.targets.length === 0) return false;
  on.perform('drop');
  return true;
}

/** If the active row leaves the list, the focus goes to the one after it. */
function moveRows(on: KeyTargets, action: MoveAction, leaves: boolean): boolean {
  if (on.targets.length === 0) return false;
  const { active, count } = on;
  if (on.selection.items.length === 0 && leaves)
    active.focusAt(active.index + 1 < count ? active.index + 1 : active.index - 1);
  on.perform(action);
  return true;
}
