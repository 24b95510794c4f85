import { useCallback } from 'preact/hooks';
import type { Library, LibraryReader, LibraryWriter } from '../../../model/library.ts';
import type { Place, SavedMetadata } from '../../../model/saved-article.ts';
import { isolateName } from '../../../model/text/isolate-name.ts';
import { idsOf } from '../items/ids-of.ts';
import type { SavedItems } from '../items/use-saved-items.ts';
import type { MoveAction } from '../rows/saved-row.tsx';
import { useWords } from '../words-context.ts';
import { isAnyKept, stillKept } from './still-kept.ts';
import type { Steps } from './use-steps.ts';
import type { Undo, Undoable } from './use-undo.ts';

const TOLD = {
  archive: 'listArchived',
  delete: 'listDeleted',
  list: 'listMovedBack',
  restore: 'listRestored',
} as const;

const TARGET: Record<MoveAction, Place> = {
  archive: 'archive',
  delete: 'deleted',
  list: 'list',
  restore: 'list',
};

/** Where each action leaves what it moves; restored items may be in either place. */
const LEFT_IN: Record<MoveAction, readonly Place[]> = {
  archive: ['archive'],
  delete: ['deleted'],
  list: ['list'],
  restore: ['list', 'archive'],
};

/** Called with a failure and a function to try the rest again, if there is one. */
export type TellFailure = (thrown: unknown, retry?: () => void) => void;

type Move = (action: MoveAction, items: readonly SavedMetadata[]) => void;

interface MoveParts {
  list: Pick<SavedItems, 'hide' | 'show'>;
  undo: Undo;
  steps: Steps;
  /**
   * Called with a failure and a function to do the rest; and with null whenever something begins, because earlier
   * failures have been seen by then.
   */
  tell: TellFailure;
  /** Called with the items that Undo brings back, as it begins. */
  returning: (ids: readonly string[]) => void;
  /** The list shows items in any place, so that only deleting takes rows away. */
  anyPlace: boolean;
}

/**
 * Archive, delete and restore with Undo, in steps. Rows leave at once, and those that could not be moved come back.
 * Undo is for the items that were moved and that no other window has moved since. What it could not take back can be
 * tried again.
 */
export function useRowMoves(library: Library, { list, undo, steps, tell, returning, anyPlace }: MoveParts): Move {
  const words = useWords();
  const { hide, show } = list;
  const { offer } = undo;
  const { run } = steps;

  return useCallback<Move>(
    (action, items) => {
      const undoable = (moved: readonly SavedMetadata[]): Undoable | null => {
        if (moved.length === 0) return null;
        const isThere = (now: SavedMetadata) => LEFT_IN[action].includes(now.place);
        const text = words.count(TOLD[action], moved.length, isolateName(moved[0]?.title ?? '', words.dir));
        return { text, undo: () => back(moved), stands: (change) => isAnyKept(library, moved, change, isThere) };
      };
      const back = async (moved: readonly SavedMetadata[]): Promise<Undoable | null> => {
        tell(null);
        show(idsOf(moved));
        returning(idsOf(moved));
        // A deleted item remembers where it was; the others are moved back place by place.
        const undone =
          action === 'delete'
            ? await run(moved, (step) => library.restore(idsOf(step)))
            : await fromTheEnd(run, byPlace(moved), (step) => moveBack(library, action, step));
        if (undone.error) tell(undone.error);
        return undoable(undone.left);
      };
      const make = async (
        wanted: readonly SavedMetadata[],
        before: SavedMetadata[] | null,
      ): Promise<Undoable | null> => {
        const { done, left, error } = await fromTheEnd(run, wanted, (step) =>
          action === 'restore' ? library.restore(idsOf(step)) : library.move(idsOf(step), TARGET[action]),
        );
        show(idsOf(left));
        const moved = [...done, ...(before ?? [])];
        if (error) tell(error, () => begin(left, moved));
        // Another window may have deleted some meanwhile, and nothing tells of that any more.
        return undoable(before ? await allThere(library, action, moved).catch(() => moved) : moved);
      };
      const begin = (wanted: readonly SavedMetadata[], before: SavedMetadata[] | null = null): void => {
        // A list of favourites or of a tag shows items in any place.
        if (!anyPlace || action === 'delete') hide(idsOf(wanted));
        tell(null);
        offer(make(wanted, before));
      };
      // An item that is already there stays as it is and is not counted.
      begin(items.filter(({ place }) => place !== TARGET[action]));
    },
    [library, hide, show, offer, run, tell, returning, words, anyPlace],
  );
}

/**
 * Changes items in steps, from the last to the first. Items moved together keep their order in the new place
 * (`moveItems`), and those moved later come above them; so thousands keep their order, too.
 */
async function fromTheEnd(
  run: Steps['run'],
  items: readonly SavedMetadata[],
  change: (step: SavedMetadata[]) => Promise<void>,
) {
  const { done, left, error } = await run(items.toReversed(), (step) => change(step.toReversed()));
  return { done: done.toReversed(), left: left.toReversed(), error };
}

/** Those of any number of items that are where `action` has left them. */
async function allThere(
  library: LibraryReader,
  action: MoveAction,
  moved: readonly SavedMetadata[],
): Promise<SavedMetadata[]> {
  const there: SavedMetadata[] = [];
  for await (const { item, now } of stillKept(library, moved))
    if (LEFT_IN[action].includes(now.place)) there.push(item);
  return there;
}

const byPlace = (items: readonly SavedMetadata[]): SavedMetadata[] =>
  items.toSorted((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));

/**
 * Moves each back to where it was before `action`. All requests are sent at once: the rows are shown already, and the
 * page may be closed.
 */
async function moveBack(library: LibraryWriter, action: MoveAction, items: readonly SavedMetadata[]): Promise<void> {
  const places = [...new Set(items.map((item) => item.place))];
  const inPlace = (place: Place) => idsOf(items.filter((item) => item.place === place));
  await Promise.all(places.map((place) => library.move(inPlace(place), place, LEFT_IN[action])));
}
