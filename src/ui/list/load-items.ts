import type { LibraryReader, ListCursor } from '../../model/library.ts';
import type { Place, SavedMetadata } from '../../model/saved-article.ts';
import { mergeChanges } from './merge-changes.ts';

/** Enough for the rows that are drawn at first and a turn of the wheel; small, so that the first screen does not wait for the rest. */
export const FIRST_PAGE = 30;
const NEXT_PAGE = 500;
/** So many changed at once are read again as a whole. */
const RELOAD_FROM = 500;

/**
 * Loads a place of the library and keeps it in step with what any window does: `onItems` gets the first page at once,
 * then everything, then every change. `done` is false while more is coming.
 */
export async function loadItems(
  library: LibraryReader,
  place: Place,
  onItems: (items: SavedMetadata[], done: boolean) => void,
  signal: AbortSignal,
): Promise<void> {
  let items: SavedMetadata[] = [];
  let done = false;
  const emit = () => signal.aborted || onItems(items, done);

  const readAll = async () => {
    const read: SavedMetadata[] = [];
    let after: ListCursor | null = null;
    do {
      const limit: number = after ? NEXT_PAGE : FIRST_PAGE;
      const page = await library.list({ place, limit, after });
      read.push(...page.items);
      after = page.next;
      // While it is loaded for the first time the list grows; later it is replaced in one go.
      if (!done || !after) items = [...read];
      done ||= !after;
      emit();
    } while (after && !signal.aborted);
  };

  // Changes are taken one after the other, and after the first load, so that none is overwritten by an older reading.
  let turn = Promise.resolve();
  library.watch(({ ids }) => {
    turn = turn
      .then(async () => {
        if (ids === null || ids.length > RELOAD_FROM) return await readAll();
        items = mergeChanges(items, ids, await library.metadata(ids), place);
        emit();
      })
      // The list stays as it was; what made reading fail is told by the action that met it.
      .catch(() => undefined);
  }, signal);
  const loaded = readAll();
  turn = loaded.catch(() => undefined);
  await loaded;
}
