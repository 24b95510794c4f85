import { findByAnyAddress, findItem, type ItemTransaction } from '../find-item.ts';
import type { StoredMetadata } from '../library-schema.ts';
import { standsFor } from '../stands-for.ts';

/**
 * The item here that corresponds to an item of a backup; null when that is new. A link whose address has led to an
 * article here corresponds to that article (`standsFor`). For an article of the backup and a link here the id must be
 * the same, too: anybody may have made the file, and it may claim that any address leads to its article.
 */
export async function findCounterpart(
  transaction: ItemTransaction,
  { id, kind, urlKey, aliases }: Pick<StoredMetadata, 'id' | 'kind' | 'urlKey' | 'aliases'>,
): Promise<StoredMetadata | null> {
  const own = await findItem(transaction, urlKey);
  if (own) return own;
  if (kind === 'link') {
    return findByAnyAddress(transaction, urlKey, (item) => item.id === id || standsFor(item, urlKey));
  }
  const same = await transaction.objectStore('metadata').get(id);
  return same?.kind === 'link' && aliases.includes(same.urlKey) ? same : null;
}
