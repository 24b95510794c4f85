import type { LibraryDatabase } from '../library-schema.ts';
import type { LoadedSegment } from './read-segments.ts';

/** A block as a query uses it: its terms as a sorted list. */
export interface SplitBlock {
  terms: string[];
  /** End of each term's postings in `bytes`. */
  ends: Uint32Array<ArrayBuffer>;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Blocks kept per connection. A block takes some 16 kB of bytes and as much again for its terms: about 16 MB in all. */
const MOST_BLOCKS = 512;

const cache = new WeakMap<LibraryDatabase, Map<string, Promise<SplitBlock>>>();

/**
 * A block of a finished segment, read once while it is in use: neither the record nor its terms ever change. Throws
 * `RangeError` when the block is missing, and asks the database again at the next call.
 */
export function readSplitBlock(database: LibraryDatabase, segment: LoadedSegment, block: number): Promise<SplitBlock> {
  const blocks = cache.get(database) ?? new Map<string, Promise<SplitBlock>>();
  cache.set(database, blocks);
  const key = `${segment.segment} ${block}`;
  const read = blocks.get(key) ?? split(database, segment, block);
  // Put last, so that the block used longest ago is the first one of the map.
  blocks.delete(key);
  blocks.set(key, read);
  read.catch(() => blocks.delete(key));
  for (const oldest of blocks.keys()) {
    if (blocks.size <= MOST_BLOCKS) break;
    blocks.delete(oldest);
  }
  return read;
}

async function split(database: LibraryDatabase, segment: LoadedSegment, block: number): Promise<SplitBlock> {
  const packed = await segment.readBlock(database, block);
  if (!packed) throw new RangeError('A block of the search index is missing.');
  return { terms: packed.terms.split('\n'), ends: packed.ends, bytes: packed.bytes };
}
