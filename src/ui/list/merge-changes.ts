import type { Place, SavedMetadata } from '../../model/saved-article.ts';

/** What the order of a place goes by: the list by when an article was saved, the others by when it came there. */
export const sortTime = (item: SavedMetadata): number => (item.place === 'list' ? item.savedAt : item.movedAt);

/** Newest first; equal times by id, as the index of storage has it. */
export function byNewest(a: SavedMetadata, b: SavedMetadata): number {
  return sortTime(b) - sortTime(a) || (a.id < b.id ? -1 : 1);
}

/**
 * Brings a loaded list up to date after a change: `fresh` is what storage now has of the ids `changed`. Items keep
 * their identity when nothing changed, so that only the rows concerned are drawn again.
 */
export function mergeChanges(
  items: readonly SavedMetadata[],
  changed: readonly string[],
  fresh: readonly SavedMetadata[],
  place: Place,
): SavedMetadata[] {
  const gone = new Set(changed);
  const kept = items.filter((item) => !gone.has(item.id));
  return [...kept, ...fresh.filter((item) => item.place === place)].sort(byNewest);
}
