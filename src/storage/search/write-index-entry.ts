import type { StoredMetadata } from '../library-schema.ts';
import { readText } from '../read-record.ts';
import type { WriteTransaction } from '../write-strictly.ts';
import { newStamp, type SegmentItem, segmentOfItem, segmentOfItems } from './make-index-entry.ts';
import { SEARCH_GENERATION } from './read-segments.ts';

/** The stores a transaction needs to write an item that can be found. */
export const INDEX_STORES = ['searchSegments', 'tallies', 'highlights'] as const;

/**
 * Writes the index entry of an item with the notes of its highlights, and gives the metadata that name it. Older
 * entries of the item stop counting.
 */
export async function indexItem(
  transaction: WriteTransaction,
  metadata: StoredMetadata,
  text: string,
): Promise<StoredMetadata> {
  const stamp = newStamp();
  const { id, title, siteName, url } = metadata;
  const highlights = await transaction.objectStore('highlights').index('articleId').getAll(id);
  const notes = highlights.map(({ note }) => note).join('\n');
  const entry = segmentOfItem(id, stamp, { title, siteName, url, text, notes });
  await transaction.objectStore('searchSegments').add(entry);
  await transaction.objectStore('tallies').put(crypto.randomUUID(), SEARCH_GENERATION);
  return { ...metadata, searchStamp: stamp };
}

/** Stores a transaction needs for `reindexItem`. */
export const REINDEX_STORES = ['metadata', 'bodies', ...INDEX_STORES] as const;

/** Gives an item a new index entry after its notes changed. Does nothing when the item is not there. */
export async function reindexItem(transaction: WriteTransaction, id: string): Promise<void> {
  const item = await transaction.objectStore('metadata').get(id);
  if (!item) return;
  const body = await readText(transaction, 'bodies', id);
  await transaction.objectStore('metadata').put(await indexItem(transaction, item, body?.text ?? ''));
}

/** Collects the index entries of many items of one transaction into one record. */
export interface BatchIndex {
  /** Gives the metadata that names the entry. */
  add(metadata: StoredMetadata, text: string, notes?: string): StoredMetadata;
  /** To be called before the transaction ends. */
  write(transaction: WriteTransaction): Promise<void>;
}

/** For one transaction; nothing is written before `write`. */
export function batchIndex(): BatchIndex {
  const items: SegmentItem[] = [];
  return {
    add(metadata, text, notes = '') {
      const stamp = newStamp();
      const { id, title, siteName, url } = metadata;
      items.push({ id, stamp, item: { title, siteName, url, text, notes } });
      return { ...metadata, searchStamp: stamp };
    },
    async write(transaction) {
      if (items.length === 0) return;
      await transaction.objectStore('searchSegments').add(segmentOfItems(items));
      await transaction.objectStore('tallies').put(crypto.randomUUID(), SEARCH_GENERATION);
    },
  };
}
