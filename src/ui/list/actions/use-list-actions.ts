import { useCallback, useState } from 'preact/hooks';
import { asRectoError } from '../../../model/errors/as-recto-error.ts';
import { RectoError } from '../../../model/errors/recto-error.ts';
import type { Library, LibraryReader, LibraryWriter, TagChange } from '../../../model/library.ts';
import type { SavedMetadata } from '../../../model/saved-article.ts';
import { sameTag } from '../../../model/search/tag-key.ts';
import { isolateName } from '../../../model/text/isolate-name.ts';
import { idsOf } from '../items/ids-of.ts';
import type { SavedItems } from '../items/use-saved-items.ts';
import type { RowAction } from '../rows/saved-row.tsx';
import { useFollowedItems } from '../tags/use-followed-items.ts';
import { useWords } from '../words-context.ts';
import type { BulkAction } from './selection-bar.tsx';
import { isAnyKept, stillKept } from './still-kept.ts';
import { useDropping } from './use-dropping.ts';
import { type TellFailure, useRowMoves } from './use-row-moves.ts';
import { type Steps, type StepsProgress, useSteps } from './use-steps.ts';
import type { Undo, Undoable } from './use-undo.ts';

export interface ListActions {
  /** Acts on several items; `tags` asks which first, and `drop` whether it is meant. */
  perform(action: BulkAction, items: readonly SavedMetadata[]): void;
  /** What a row's own controls ask for. */
  onAction(action: RowAction, item: SavedMetadata, event: Event | null): void;
  /** The items whose tags are being asked for. */
  tagging: readonly SavedMetadata[] | null;
  changeTags(items: readonly SavedMetadata[], change: Required<TagChange>): void;
  stopTagging(): void;
  /** The items of which it is being asked whether they shall be deleted for good. */
  dropping: readonly SavedMetadata[] | null;
  drop(items: readonly SavedMetadata[]): void;
  stopDropping(): void;
  /** What the last Undo brings back to where it was; another list for each. */
  returned: readonly string[];
  error: RectoError | null;
  /** Tries again what failed, with the same items and tags. Null if Undo failed, which is offered again instead. */
  retry: (() => void) | null;
  /** How far a change of many items is; null while there is none. */
  progress: StepsProgress | null;
}

/**
 * Everything that can be done with the items of a list, with Undo. With `anyPlace` archiving does not take a row away.
 */
export function useListActions(
  library: Library,
  saved: SavedItems,
  undo: Undo,
  { anyPlace, onOpen }: { anyPlace: boolean; onOpen?: ((item: SavedMetadata, event: Event) => void) | undefined },
): ListActions {
  const steps = useSteps();
  const [failure, setFailure] = useState<Pick<ListActions, 'error' | 'retry'>>(NOTHING_FAILED);
  const tell = useCallback<TellFailure>(
    (thrown, retry) =>
      setFailure(thrown === null ? NOTHING_FAILED : { error: asRectoError(thrown), retry: retry ?? null }),
    [],
  );
  const [tagging, setTagging] = useFollowedItems(library, () => tell(new RectoError('not-found')));
  const [dropping, setDropping] = useState<readonly SavedMetadata[] | null>(null);
  const drop = useDropping(library, { list: saved, undo, steps, tell });
  const [returned, setReturned] = useState<readonly string[]>([]);
  const move = useRowMoves(library, { list: saved, undo, steps, tell, returning: setReturned, anyPlace });
  const { toggleFavourite, changeTags } = useOrganising(library, undo, steps, tell);
  const perform = useCallback(
    (action: BulkAction, items: readonly SavedMetadata[]) => {
      if (action === 'favourite') toggleFavourite(items);
      else if (action === 'tags') setTagging(items);
      else if (action === 'drop') setDropping(items);
      else move(action, items);
    },
    [move, toggleFavourite],
  );
  const onAction = useCallback(
    (action: RowAction, item: SavedMetadata, event: Event | null) => {
      if (action !== 'open') perform(action, [item]);
      else if (event) onOpen?.(item, event);
    },
    [perform, onOpen],
  );
  const stopTagging = useCallback(() => setTagging(null), []);
  const stopDropping = useCallback(() => setDropping(null), []);
  const { progress } = steps;
  return {
    ...{ perform, onAction, tagging, changeTags, stopTagging, dropping, drop, stopDropping },
    ...{ returned, ...failure, progress },
  };
}

const NOTHING_FAILED = { error: null, retry: null };

interface Organising {
  /** Makes all of them favourites or, when all are, none. */
  toggleFavourite(items: readonly SavedMetadata[]): void;
  changeTags(items: readonly SavedMetadata[], change: Required<TagChange>): void;
}

/**
 * Favourites and tags with Undo, in steps. Undo takes back only what was really changed. An item that another window
 * has deleted for good, for example while the tags were being chosen, is not reported as changed. `tell` as for
 * `useRowMoves`.
 */
function useOrganising(library: Library, { offer }: Undo, { run }: Steps, tell: TellFailure): Organising {
  const words = useWords();

  /** Makes a change and offers its Undo. What Undo leaves undone is offered again. */
  const change = useCallback(
    (items: readonly SavedMetadata[], told: Told, make: Change, takeBack: Change) => {
      const undoable = (changed: readonly SavedMetadata[]): Undoable | null =>
        changed.length === 0
          ? null
          : {
              text: words.count(told, changed.length, isolateName(changed[0]?.title ?? '', words.dir)),
              undo: () => back(changed),
              stands: (elsewhere) => isAnyKept(library, changed, elsewhere),
            };
      const back = async (changed: readonly SavedMetadata[]): Promise<Undoable | null> => {
        tell(null);
        const { left, error } = await run(changed, takeBack);
        if (error) tell(error);
        return undoable(left);
      };
      const work = async (wanted: readonly SavedMetadata[], before: SavedMetadata[]): Promise<Undoable | null> => {
        const { done, left, error } = await run(wanted, make);
        // If the library cannot be asked, all of them count as changed.
        const there = await allKept(library, done).catch(() => done);
        const changed = [...before, ...there];
        if (error) tell(error, () => begin(left, changed));
        else if (changed.length === 0 && done.length > 0) tell(new RectoError('not-found'));
        return undoable(changed);
      };
      const begin = (wanted: readonly SavedMetadata[], before: SavedMetadata[] = []): void => {
        tell(null);
        offer(work(wanted, before));
      };
      begin(items);
    },
    [library, offer, run, tell, words],
  );

  const toggleFavourite = useCallback(
    (items: readonly SavedMetadata[]) => {
      const favourite = items.some((item) => !item.favourite);
      const others = items.filter((item) => item.favourite !== favourite);
      const set = (to: boolean) => (step: SavedMetadata[]) => library.setFavourite(idsOf(step), to);
      change(others, favourite ? 'listFavoured' : 'listUnfavoured', set(favourite), set(!favourite));
    },
    [library, change],
  );

  const changeTags = useCallback(
    (items: readonly SavedMetadata[], wanted: Required<TagChange>) => {
      if (wanted.add.length === 0 && wanted.remove.length === 0) return;
      change(
        items,
        'listTagged',
        (step) => library.changeTags(idsOf(step), wanted),
        (step) => undoTags(library, step, wanted),
      );
    },
    [library, change],
  );
  return { toggleFavourite, changeTags };
}

type Told = 'listFavoured' | 'listUnfavoured' | 'listTagged';
type Change = (step: SavedMetadata[]) => Promise<void>;

async function allKept(library: LibraryReader, items: readonly SavedMetadata[]): Promise<SavedMetadata[]> {
  const kept: SavedMetadata[] = [];
  for await (const { item } of stillKept(library, items)) kept.push(item);
  return kept;
}

const hasTag = (item: SavedMetadata, tag: string): boolean => item.tags.some((each) => sameTag(each, tag));

/** Removes a tag only from items that did not have it before, and gives one back only to those that did. */
async function undoTags(library: LibraryWriter, items: readonly SavedMetadata[], change: Required<TagChange>) {
  for (const tag of change.add) {
    const ids = items.filter((item) => !hasTag(item, tag)).map(({ id }) => id);
    if (ids.length > 0) await library.changeTags(ids, { remove: [tag] });
  }
  for (const tag of change.remove) {
    const ids = items.filter((item) => hasTag(item, tag)).map(({ id }) => id);
    if (ids.length > 0) await library.changeTags(ids, { add: [tag] });
  }
}
