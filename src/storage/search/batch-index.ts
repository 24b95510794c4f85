import type { StoredMetadata } from '../library-schema.ts';
import type { WriteTransaction } from '../write-strictly.ts';
import { newStamp, type SegmentItem, segmentOfItems } from './make-index-entry.ts';
import { SEARCH_GENERATION } from './read-segments.ts';

/** Collects the index entries of many items of one transaction: they are one record instead of one each. */
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
