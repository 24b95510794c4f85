import { normaliseUrl } from '../model/address/normalise-url.ts';
import { joinTags } from '../model/search/tag-key.ts';
import { copyKeeper, textsBehind } from './copies/stored-copies.ts';
import { dropItem, ITEM_STORES } from './drop-item.ts';
import { findLink } from './find-item.ts';
import { keysOfArticle } from './key-ranges.ts';
import type { JoinedLink, LibraryDatabase, StoredMetadata } from './library-schema.ts';
import { dropUnshownPictures } from './pictures/settle-picture.ts';
import { INDEX_STORES, indexItem, reindexItem } from './search/write-index-entry.ts';
import { laterThan, withSortFields } from './stored-metadata.ts';
import { type WriteTransaction, writeStrictly } from './write-strictly.ts';

/**
 * Moves what the person put on a link (tags, star, notes, and texts it had when it was an article) to another item of
 * the same page, and removes the link. Needs a transaction over `ITEM_STORES`. Gives the item as it is to be written,
 * with a new index entry because of the notes, and what `splitLink` needs.
 */
export async function joinLink(
  transaction: WriteTransaction,
  item: StoredMetadata,
  link: StoredMetadata,
  now: number,
): Promise<{ item: StoredMetadata; joined: JoinedLink }> {
  const highlights = await moveHighlights(transaction, await highlightsOf(transaction, link.id), item.id);
  const copies = await moveCopies(transaction, link.id, item.id);
  await dropItem(transaction, link.id);
  const tags = joinTags(item.tags, link.tags);
  const joined = {
    ...item,
    tags,
    tagsAt: tags.length > item.tags.length ? laterThan(item.tagsAt, now) : item.tagsAt,
    favourite: item.favourite || link.favourite,
    // A backup merges by this time: a star that came after the item's last change would else be lost.
    favouriteAt: link.favourite ? Math.max(item.favouriteAt, link.favouriteAt) : item.favouriteAt,
    // An imported place is only a share of the text.
    position: item.position ?? link.position,
    openedAt: Math.max(item.openedAt ?? 0, link.openedAt ?? 0) || null,
    aliases: [...new Set([...item.aliases, link.urlKey, ...link.aliases])],
  };
  return { item: withSortFields(joined), joined: { link, highlights, copies } };
}

/**
 * Takes `joinLink` back: `link`, as it should now be, gets its notes and texts back from the item `from`. Writes both
 * items and their index entries.
 */
export async function splitLink(
  transaction: WriteTransaction,
  { link, highlights, copies }: JoinedLink,
  from: string,
): Promise<void> {
  const own = new Set(highlights);
  const notes = (await highlightsOf(transaction, from)).filter(({ id }) => own.has(id));
  await moveHighlights(transaction, notes, link.id);
  await transaction.objectStore('metadata').put(await indexItem(transaction, withSortFields(link), ''));
  await moveCopies(transaction, from, link.id, new Set(copies));
}

const highlightsOf = (transaction: WriteTransaction, id: string) =>
  transaction.objectStore('highlights').index('articleId').getAll(id);

async function moveHighlights(
  transaction: WriteTransaction,
  moved: Awaited<ReturnType<typeof highlightsOf>>,
  articleId: string,
): Promise<string[]> {
  for (const highlight of moved) await transaction.objectStore('highlights').put({ ...highlight, articleId });
  return moved.map(({ id }) => id);
}

/**
 * Moves the texts behind one item, or those of these times, behind another, with their pictures; gives their times
 * there.
 */
async function moveCopies(
  transaction: WriteTransaction,
  from: string,
  to: string,
  times?: ReadonlySet<number>,
): Promise<number[]> {
  const copies = (await textsBehind(transaction, from)).flatMap((copy) => copy ?? []);
  const moved = times ? copies.filter(({ keptAt }) => times.has(keptAt)) : copies;
  if (moved.length === 0) return [];
  const store = transaction.objectStore('copies');
  const before = new Set((await store.getAllKeys(keysOfArticle(to))).map(([, keptAt]) => keptAt));
  const keep = copyKeeper(transaction);
  for (const copy of moved) {
    await store.delete([from, copy.keptAt]);
    await keep({ ...copy, articleId: to });
  }
  const jobs = transaction.objectStore('pictureJobs');
  for (const job of await jobs.getAll(keysOfArticle(from))) {
    const key: [string, string] = [to, job.url];
    if ((await jobs.getKey(key)) === undefined) await jobs.put({ ...job, articleId: to, shown: false });
  }
  await dropUnshownPictures(transaction, to);
  return (await store.getAllKeys(keysOfArticle(to)))
    .map(([, keptAt]) => keptAt)
    .filter((keptAt) => !before.has(keptAt));
}

/**
 * Joins the link that was saved from one of these addresses with the kept article that they led to. Its page would else
 * be kept twice, or stay in the list for good as still to be read. An article in Recently deleted is left alone. Gives
 * the ids of changed items.
 */
export async function joinKept(
  database: LibraryDatabase,
  id: string,
  addresses: readonly string[],
  now = Date.now(),
): Promise<string[]> {
  if (addresses.length === 0) return [];
  return writeStrictly(database, [...ITEM_STORES, ...INDEX_STORES], async (transaction) => {
    const kept = await transaction.objectStore('metadata').get(id);
    const link = await findLink(transaction, addresses.map(normaliseUrl));
    if (kept?.kind !== 'article' || kept.place === 'deleted' || !link || link.id === id) return [];
    const { item } = await joinLink(transaction, kept, link, now);
    await transaction.objectStore('metadata').put(item);
    await reindexItem(transaction, id);
    return [id, link.id];
  });
}
