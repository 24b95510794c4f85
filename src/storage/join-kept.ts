import { normaliseUrl } from '../model/normalise-url.ts';
import { ITEM_STORES } from './drop-item.ts';
import { findLink } from './find-item.ts';
import { joinLink } from './join-link.ts';
import type { LibraryDatabase } from './library-schema.ts';
import { INDEX_STORES, reindexItem } from './search/write-index-entry.ts';
import { writeStrictly } from './write-strictly.ts';

/**
 * The link that was saved from one of these addresses, which have led to the page of a kept article, becomes part of that:
 * its page is not kept a second time, and it would stand in the list for good as one that is still to be read. An article
 * of Recently deleted is left alone. Gives the ids of what was changed.
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
