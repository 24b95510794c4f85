import { applyHiding } from '../model/apply-hiding.ts';
import { type HidingChange, MOST_HIDDEN } from '../model/hidden-blocks.ts';
import type { ReadingPosition } from '../model/reading-position.ts';
import type { Place } from '../model/saved-article.ts';
import { joinTags, tagKey } from '../model/search/tag-key.ts';
import type { LibraryDatabase, StoredMetadata } from './library-schema.ts';
import { atPosition, backInArchive, inPlace, laterThan, takenOut, withSortFields } from './stored-metadata.ts';
import { writeStrictly } from './write-strictly.ts';

/** Applies `change` to these items in one transaction; gives the ids that really changed. */
export async function changeItems(
  database: LibraryDatabase,
  ids: readonly string[],
  change: (item: StoredMetadata) => StoredMetadata,
): Promise<string[]> {
  return writeStrictly(database, ['metadata'], async (transaction) => {
    const store = transaction.objectStore('metadata');
    const items = await Promise.all(ids.map((id) => store.get(id)));
    const changed = items.flatMap((item) => {
      if (!item) return [];
      const after = change(item);
      return after === item ? [] : [withSortFields(after)];
    });
    await Promise.all(changed.map((item) => store.put(item)));
    return changed.map((item) => item.id);
  });
}

/** When and from where items are moved. */
interface MoveOptions {
  /** The library's own count of days (`countDays`). */
  today: number;
  now?: number;
  /**
   * Given by Undo, which takes a move back: only items in one of these places are moved, and to the archive at the row
   * that they had there.
   */
  from?: readonly Place[] | undefined;
}

/** In ms between items that are moved together: all of a message, of which more may follow, within one millisecond. */
const APART = 1 / 1024;

/**
 * Moves items. None is moved out of Recently deleted (`restoreItems` does that): whoever archives an article that
 * another window has deleted has not seen that.
 *
 * Places other than the list are sorted by the time of the move. Of those moved together the first is the newest there, a
 * part of a millisecond after the next, so that they stand in their new place in the order they come in, and none below
 * what was moved before.
 */
export function moveItems(
  database: LibraryDatabase,
  ids: string[],
  place: Place,
  { today, now = Date.now(), from }: MoveOptions,
) {
  const isMoved = ({ place: at }: StoredMetadata) => at !== 'deleted' && (from?.includes(at) ?? true);
  const nth = new Map(ids.map((id, index) => [id, index]));
  return changeItems(database, ids, (item) => {
    if (!isMoved(item)) return item;
    const at = now - (nth.get(item.id) ?? 0) * APART;
    return from && place === 'archive' ? backInArchive(item, at) : inPlace(item, place, at, today);
  });
}

/**
 * Takes items out of Recently deleted, back to their place and their row in it. A backup made while they were deleted does
 * not delete them again.
 */
export function restoreItems(database: LibraryDatabase, ids: string[], now = Date.now()) {
  return changeItems(database, ids, (item) => {
    if (item.place !== 'deleted') return item;
    return takenOut(item, item.placeBefore ?? 'list', item.movedBefore ?? item.savedAt, now);
  });
}

/** Keeps the place in the text, as `atPosition` has it. */
export function keepPosition(database: LibraryDatabase, id: string, position: ReadingPosition, now = Date.now()) {
  return changeItems(database, [id], (item) => atPosition(item, position, now));
}

/**
 * Hides blocks of the text and shows others again. What another window has hidden meanwhile stays hidden. The list's
 * time is always later than before, even where that came from a device whose clock is ahead.
 */
export function keepHidden(database: LibraryDatabase, id: string, changes: readonly HidingChange[], now = Date.now()) {
  return changeItems(database, [id], (item) => ({
    ...item,
    hidden: {
      at: laterThan(item.hidden?.at ?? -1, now),
      blocks: applyHiding(item.hidden?.blocks ?? [], changes).slice(-MOST_HIDDEN),
    },
  }));
}

/** Notes that an article is being read, for "Continue reading". */
export function markOpened(database: LibraryDatabase, id: string, now = Date.now()) {
  return changeItems(database, [id], (item) => ({ ...item, openedAt: now }));
}

/** Makes items favourites, or unmarks them; items that are so already keep their time. */
export function setFavourite(database: LibraryDatabase, ids: string[], favourite: boolean, now = Date.now()) {
  return changeItems(database, ids, (item) =>
    item.favourite === favourite ? item : { ...item, favourite, favouriteAt: laterThan(item.favouriteAt, now) },
  );
}

/** Adds and removes tags; names are trimmed, compared as the list of tags does, and kept in the order they came. */
export function changeTags(
  database: LibraryDatabase,
  ids: string[],
  { add = [], remove = [] }: { add?: string[]; remove?: string[] },
  now = Date.now(),
) {
  const gone = new Set(remove.map(tagKey));
  const named = add.map((tag) => tag.trim()).filter((tag) => tag !== '');
  return changeItems(database, ids, (item) => {
    const tags = joinTags(
      item.tags.filter((tag) => !gone.has(tagKey(tag))),
      named,
    );
    return tags.join('\n') === item.tags.join('\n') ? item : { ...item, tags, tagsAt: laterThan(item.tagsAt, now) };
  });
}
