import { latestOnly } from '../../../model/latest-only.ts';
import type { LibraryReader, ListCursor } from '../../../model/library.ts';
import type { Place, SavedMetadata } from '../../../model/saved-article.ts';
import { watchHour } from '../../watch-day.ts';
import { catchUp } from './catch-up.ts';

/**
 * Enough for the rows drawn at first and one turn of the wheel, and few enough that the first screen does not wait for
 * the rest.
 */
export const FIRST_PAGE = 30;
const NEXT_PAGE = 500;
/** After this many changes at once the list is read again completely. */
const RELOAD_FROM = 500;

/**
 * Loads a place of the library and keeps it up to date with the changes of every window. `onItems` gets the first page
 * at once, then everything, then every change. `done` is false while more is coming.
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
      // At first loading the list grows; later it is replaced in one go.
      if (!done || !after) items = [...read];
      done ||= !after;
      emit();
    } while (after && !signal.aborted);
  };

  let loaded = Promise.resolve();
  const takeIn = catchUp(async (ids) => {
    // After the first load, so that no change is overwritten by an older reading.
    await loaded.catch(() => undefined);
    if (ids === null || ids.length > RELOAD_FROM) return readAll();
    items = mergeChanges(items, ids, await library.metadata(ids), place);
    emit();
  }, signal);
  library.watch(({ ids }) => takeIn(ids), signal);
  // The days left decrease at the hour by which the library counts them, and items with none left may be gone.
  if (place === 'deleted') watchHour(() => takeIn(null), signal);
  loaded = readAll();
  await loaded;
}

/** The time by which a place is sorted: the list by when an article was saved, the others by when it came there. */
export const sortTime = (item: SavedMetadata): number => (item.place === 'list' ? item.savedAt : item.movedAt);

/** Newest first; equal times by id, as the index of storage has it. */
export function byNewest(a: SavedMetadata, b: SavedMetadata): number {
  return sortTime(b) - sortTime(a) || (a.id < b.id ? -1 : 1);
}

/**
 * Brings a loaded list up to date after a change: `fresh` is what storage now has of the ids `changed`. Items keep
 * their identity when nothing changed, so that only the rows concerned are drawn again.
 */
function mergeChanges(
  items: readonly SavedMetadata[],
  changed: readonly string[],
  fresh: readonly SavedMetadata[],
  place: Place,
): SavedMetadata[] {
  const gone = new Set(changed);
  const kept = items.filter((item) => !gone.has(item.id));
  return [...kept, ...fresh.filter((item) => item.place === place)].sort(byNewest);
}

/** Filtered items: how many at first, and at most in one message. */
const [FIRST_FOUND, MOST_FOUND] = [60, 10_000];

/** Loads the items that pass a filter such as `is:favourite`, newest first, and again after every change. */
export async function loadQueried(
  library: LibraryReader,
  text: string,
  onItems: (items: SavedMetadata[], done: boolean) => void,
  signal: AbortSignal,
): Promise<void> {
  const begin = latestOnly(signal);
  const read = async (limits: number[]) => {
    const isLatest = begin();
    for (const limit of limits) {
      const { hits, more } = await library.search({ text, limit });
      if (!isLatest()) return;
      onItems(
        hits.map(({ metadata }) => metadata),
        !more || limit === MOST_FOUND,
      );
      if (!more) return;
    }
  };
  const takeIn = catchUp(() => read([MOST_FOUND]), signal);
  library.watch(() => takeIn(null), signal);
  await read([FIRST_FOUND, MOST_FOUND]);
}
