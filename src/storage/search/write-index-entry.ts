import type { StoredMetadata } from '../library-schema.ts';
import type { WriteTransaction } from '../write-strictly.ts';
import { newStamp, segmentOfItem } from './make-index-entry.ts';
import { SEARCH_GENERATION } from './read-segments.ts';

/** The stores a transaction needs to write an item that can be found. */
export const INDEX_STORES = ['searchSegments', 'tallies'] as const;

/** Writes the index entry of an item and gives the metadata that names it; older entries of the item stop counting. */
export async function indexItem(
  transaction: WriteTransaction,
  metadata: StoredMetadata,
  text: string,
): Promise<StoredMetadata> {
  const stamp = newStamp();
  const { id, title, siteName, url } = metadata;
  await transaction.objectStore('searchSegments').add(segmentOfItem(id, stamp, { title, siteName, url, text }));
  await transaction.objectStore('tallies').put(crypto.randomUUID(), SEARCH_GENERATION);
  return { ...metadata, searchStamp: stamp };
}
