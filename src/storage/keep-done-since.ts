import { joinTags, tagKey } from '../model/search/tag-key.ts';
import type { StoredMetadata } from './library-schema.ts';
import { withSortFields } from './stored-metadata.ts';

/**
 * Whether a person, an import or a backup has changed the item since a save left it as `after`. Reading is no change.
 */
export function isChangedSince(after: StoredMetadata, current: StoredMetadata): boolean {
  const { added, removed } = tagsSince(after, current);
  return (
    added.length + removed.size > 0 ||
    current.favourite !== after.favourite ||
    (current.hidden?.at ?? -1) > (after.hidden?.at ?? -1) ||
    isMovedSince(after, current) ||
    isRenewedSince(after, current) ||
    joinedSince(after, current).length > 0
  );
}

/**
 * The item after a save is taken back, with what was done since on the item that the save left as `after`: tags, star,
 * hidden blocks, place in the text, place in the library, and the addresses of links that joined it. What is in
 * Recently deleted stays there.
 */
export function keepDoneSince(back: StoredMetadata, after: StoredMetadata, current: StoredMetadata): StoredMetadata {
  const { added, removed } = tagsSince(after, current);
  const isTagged = added.length + removed.size > 0;
  const { place, placeBefore, movedAt, movedBefore, deletedDay } = current;
  const isMoved = back.place !== 'deleted' && isMovedSince(after, current);
  const isHidden = (current.hidden?.at ?? -1) > (after.hidden?.at ?? -1);
  return withSortFields({
    ...back,
    ...(isMoved ? { place, placeBefore, movedAt, movedBefore, deletedDay } : {}),
    ...(isTagged
      ? {
          tags: joinTags(
            back.tags.filter((tag) => !removed.has(tagKey(tag))),
            added,
          ),
          tagsAt: current.tagsAt,
        }
      : {}),
    ...(current.favourite === after.favourite
      ? {}
      : { favourite: current.favourite, favouriteAt: current.favouriteAt }),
    ...(isHidden && current.hidden ? { hidden: current.hidden } : {}),
    aliases: [...back.aliases, ...joinedSince(after, current)],
    position: (current.position?.at ?? -1) > (after.position?.at ?? -1) ? current.position : back.position,
    // The save may have taken over the day on which a link that joined the item was read.
    openedAt: (current.openedAt ?? 0) > (after.openedAt ?? 0) ? current.openedAt : back.openedAt,
  });
}

/** Whether another text was put in front since: a person has updated the copy, or gone back to an older one. */
export const isRenewedSince = (after: StoredMetadata, current: StoredMetadata): boolean =>
  current.updatedAt !== after.updatedAt;

function tagsSince(after: StoredMetadata, current: StoredMetadata) {
  const before = new Set(after.tags.map(tagKey));
  const now = new Set(current.tags.map(tagKey));
  return {
    added: current.tags.filter((tag) => !before.has(tagKey(tag))),
    removed: new Set([...before].filter((key) => !now.has(key))),
  };
}

/** Addresses of links that have joined the item. */
const joinedSince = (after: StoredMetadata, current: StoredMetadata): string[] =>
  current.aliases.filter((alias) => alias !== after.urlKey && !after.aliases.includes(alias));

const isMovedSince = (after: StoredMetadata, current: StoredMetadata): boolean =>
  current.place !== after.place || current.movedAt !== after.movedAt;
