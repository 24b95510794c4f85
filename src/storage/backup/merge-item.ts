import { normaliseUrl } from '../../model/address/normalise-url.ts';
import type { BackupItem } from '../../model/backup/backup-line.ts';
import { joinTags } from '../../model/search/tag-key.ts';
import type { KeepCopy } from '../copies/stored-copies.ts';
import type { StoredMetadata } from '../library-schema.ts';
import { NOT_ASKED, queuePictures } from '../pictures/picture-jobs.ts';
import { readText } from '../read-record.ts';
import { indexItem } from '../search/write-index-entry.ts';
import { withSortFields } from '../stored-metadata.ts';
import { articleOf, bodyOfArticle } from '../stored-text.ts';
import type { WriteTransaction } from '../write-strictly.ts';
import { findCounterpart } from './find-counterpart.ts';
import { wasDeletedLongBefore } from './was-deleted-long-before.ts';

interface Merged {
  /** Id of the item here; copies and highlights of the file's item go to it. Null where that does not come. */
  id: string | null;
  outcome: 'imported' | 'present' | 'gone';
  /** It was here and is in Recently deleted now, though not on both sides before. */
  isDeleted?: boolean;
}

/** When a restore takes place, and of what time its file is. */
export interface MergeTimes {
  /** The day that the library here counts (`countDays`). */
  day: number;
  /** When the file was made; 0 where it does not say so. */
  madeAt: number;
}

/**
 * Brings one item of a backup into the library. The same page is the same item, whatever its id. Of each field the
 * newer value stays; of two texts the newer is in front and the other among the copies. Pictures come with the file or
 * not at all. Doing it twice changes nothing. What is not here and was deleted long before does not come: it is gone.
 * `keep` is the one `copyKeeper` of the transaction.
 */
export async function mergeItem(
  transaction: WriteTransaction,
  item: BackupItem,
  { day, madeAt }: MergeTimes,
  keep: KeepCopy,
): Promise<Merged> {
  const urlKey = normaliseUrl(item.metadata.url);
  const incoming = storedOf(item, urlKey, day);
  const local = await findCounterpart(transaction, incoming);
  const store = transaction.objectStore('metadata');
  if (!local) {
    if (wasDeletedLongBefore(madeAt, incoming)) return { id: null, outcome: 'gone' };
    const isTaken = (await store.getKey(incoming.id)) !== undefined;
    const id = isTaken ? crypto.randomUUID() : incoming.id;
    if (item.article) await transaction.objectStore('bodies').put(bodyOfArticle(id, item.article));
    const added = { ...incoming, ...otherIdsOf({ ...incoming, id }, incoming), id };
    await store.put(await indexItem(transaction, added, item.article?.text ?? ''));
    if (item.article) await queuePictures(transaction, id, item.article, { queuedAt: incoming.savedAt, ...NOT_ASKED });
    return { id, outcome: 'imported' };
  }
  const front = await mergeText(transaction, local, incoming, { item, keep });
  const merged = withSortFields({ ...newerFields(front, local, incoming), id: local.id });
  if (front === incoming) {
    await store.put(await indexItem(transaction, merged, item.article?.text ?? ''));
    if (item.article)
      await queuePictures(transaction, local.id, item.article, { queuedAt: incoming.savedAt, ...NOT_ASKED });
  } else if (JSON.stringify(merged) !== JSON.stringify(withSortFields(local))) {
    await store.put(merged);
  }
  const wasOnBothSides = local.place === 'deleted' && incoming.place === 'deleted';
  return { id: local.id, outcome: 'present', isDeleted: merged.place === 'deleted' && !wasOnBothSides };
}

/** Decides which text is in front, and keeps the other as a copy. */
async function mergeText(
  transaction: WriteTransaction,
  local: StoredMetadata,
  incoming: StoredMetadata,
  { item: { article }, keep }: { item: BackupItem; keep: KeepCopy },
): Promise<StoredMetadata> {
  if (!article) return local;
  const isArticle = local.kind === 'article';
  const body = isArticle ? await readText(transaction, 'bodies', local.id) : undefined;
  const here = articleOf(local, body);
  const isKnownLost = body === null && local.contentHash === '';
  const isSame =
    isArticle &&
    // Of a lost text only the time is known.
    (isKnownLost ? incoming.updatedAt >= local.updatedAt : article.contentHash === (here ?? local).contentHash);
  // The file's text replaces an unreadable text here if it is the same, and else goes behind it.
  if (isSame && here) return local;
  if (isArticle && !isSame && (body === null || local.updatedAt >= incoming.updatedAt)) {
    await keep({ articleId: local.id, keptAt: incoming.updatedAt, why: 'replaced', article });
    return local;
  }
  if (here) await keep({ articleId: local.id, keptAt: local.updatedAt, why: 'replaced', article: here });
  await transaction.objectStore('bodies').put(bodyOfArticle(local.id, article));
  return incoming;
}

function newerFields(front: StoredMetadata, local: StoredMetadata, incoming: StoredMetadata): StoredMetadata {
  const moved = isMovedLater(incoming, local) ? incoming : local;
  const { place, placeBefore, movedAt, movedBefore, deletedDay } = moved;
  const tagged = incoming.tagsAt > local.tagsAt ? incoming : local;
  const tags = isJoined(local, incoming) ? joinTags(local.tags, incoming.tags) : tagged.tags;
  const starred = isStarredLater(incoming, local) ? incoming : local;
  const openedAt = Math.max(local.openedAt ?? 0, incoming.openedAt ?? 0) || null;
  return {
    ...front,
    savedAt: local.savedAt,
    updatedAt: hasSameText(local, incoming) ? Math.max(local.updatedAt, incoming.updatedAt) : front.updatedAt,
    ...{ place, placeBefore, movedAt, movedBefore, deletedDay },
    ...{ tags, tagsAt: tagged.tagsAt, favourite: starred.favourite, favouriteAt: starred.favouriteAt },
    position: (incoming.position?.at ?? -1) > (local.position?.at ?? -1) ? incoming.position : local.position,
    ...newerHidden(local, incoming),
    openedAt,
    ...otherIdsOf(local, incoming),
    aliases: [...new Set([...local.aliases, ...incoming.aliases])],
  };
}

/**
 * Whether one text is in front on both sides. It then has the later time: by the earlier, a text that is put in front of
 * it here by a clock that is behind would count as the older one there.
 */
const hasSameText = (local: StoredMetadata, incoming: StoredMetadata): boolean =>
  local.contentHash !== '' && local.kind === incoming.kind && local.contentHash === incoming.contentHash;

/**
 * Whether the tags of both sides stay. Items with two ids were made independently: a tag that the later one lacks was
 * not removed there, unless it has had those of the other since. So it is with the tags that came to the earlier one from
 * a third library, also where both go by one id.
 */
function isJoined(local: StoredMetadata, incoming: StoredMetadata): boolean {
  const [later, earlier] = incoming.tagsAt > local.tagsAt ? [incoming, local] : [local, incoming];
  const known = new Set([later.id, ...(later.otherIds ?? [])]);
  const isKnown = [earlier.id, ...(earlier.otherIds ?? [])].every((id) => known.has(id));
  return !isKnown || later.tagsAt === earlier.tagsAt;
}

/** All ids by which the page goes elsewhere. */
function otherIdsOf(local: StoredMetadata, incoming: StoredMetadata): Pick<StoredMetadata, 'otherIds'> {
  const all = new Set([...(local.otherIds ?? []), incoming.id, ...(incoming.otherIds ?? [])]);
  all.delete(local.id);
  return all.size > 0 ? { otherIds: [...all] } : {};
}

/**
 * Whether the file's place is the later one. A deletion and its restoration have one time; the restoration is the
 * later.
 */
function isMovedLater(incoming: StoredMetadata, local: StoredMetadata): boolean {
  // Whoever put away a link meant that link, not the page it led to. But a link that waits to be read is not lost in
  // a deletion.
  const isLinkOnly = incoming.kind === 'link' && incoming.id !== local.id && incoming.urlKey !== local.urlKey;
  if (isLinkOnly && (local.place !== 'deleted' || incoming.place === 'deleted')) return false;
  const isTakenOut = local.place === 'deleted' && incoming.place !== 'deleted' && incoming.movedAt === local.movedAt;
  return isTakenOut || incoming.movedAt > Math.max(local.movedAt, local.movedBefore ?? 0);
}

/**
 * Whether the file's star is the later one. With equal times a star counts: that of an import has no time, and neither has
 * one that was never set.
 */
const isStarredLater = (incoming: StoredMetadata, local: StoredMetadata): boolean =>
  incoming.favouriteAt > local.favouriteAt || (incoming.favouriteAt === local.favouriteAt && incoming.favourite);

function newerHidden(local: StoredMetadata, incoming: StoredMetadata): Pick<StoredMetadata, 'hidden'> {
  const { hidden } = (incoming.hidden?.at ?? -1) > (local.hidden?.at ?? -1) ? incoming : local;
  return hidden ? { hidden } : {};
}

function storedOf(
  { metadata: told, aliases, tagsAt, favouriteAt, otherIds }: BackupItem,
  urlKey: string,
  today: number,
): StoredMetadata {
  // Counts of pictures, and the days a deleted item has left, are those of this library, not of the file.
  const { pictures: _counted, daysLeft: _told, ...metadata } = told;
  const movedBefore = metadata.place === 'deleted' ? metadata.savedAt : null;
  const stored: StoredMetadata = {
    ...metadata,
    ...{ urlKey, aliases, tagsAt, favouriteAt, movedBefore, ...(otherIds && { otherIds }) },
    ...{ addresses: [], facets: [], sort: 0, searchStamp: null },
    deletedDay: metadata.place === 'deleted' ? today : null,
  };
  return withSortFields(stored);
}
