import type { LibraryDatabase } from '../library-schema.ts';
import { readRecord } from '../read-record.ts';
import type { LoadedSegment } from './read-segments.ts';
import type { PackedTerms, SegmentBlock } from './segment.ts';

/** A block as a query uses it: its terms as a sorted list. */
interface SplitBlock {
  terms: string[];
  /** End of each term's postings in `bytes`. */
  ends: Uint32Array;
  bytes: Uint8Array;
}

/** The store of blocks, as the browser gives it, in a transaction that is open. */
export type BlockStore = Pick<IDBObjectStore, 'get' | 'getAll'>;

/** Memory for blocks per connection: what was used last is kept. */
const MOST_BYTES = 16 * 1024 * 1024;

interface BlockCache {
  /** By segment and block; the one used longest ago is first. */
  blocks: Map<string, SplitBlock>;
  bytes: number;
}

const caches = new WeakMap<LibraryDatabase, BlockCache>();
const inlined = new WeakMap<PackedTerms, SplitBlock>();

/**
 * Blocks `from` to `to` (exclusive) of a finished segment, read with one request and kept: they never change. Throws
 * `RangeError` when one is missing or cannot be read.
 */
export async function readBlocks(
  database: LibraryDatabase,
  store: BlockStore,
  segment: LoadedSegment,
  from: number,
  to: number,
): Promise<SplitBlock[]> {
  if (segment.inline) return [inlineBlock(segment.inline)];
  const cache = caches.get(database) ?? { blocks: new Map(), bytes: 0 };
  caches.set(database, cache);
  const known = Array.from({ length: to - from }, (_unused, at) => cache.blocks.get(`${segment.segment} ${from + at}`));
  const found = known.every((block) => block !== undefined) ? known : await ask(store, segment.segment, from, to);
  for (const [at, block] of found.entries()) keep(cache, `${segment.segment} ${from + at}`, block);
  return found;
}

async function ask(store: BlockStore, segment: number, from: number, to: number): Promise<SplitBlock[]> {
  const range = IDBKeyRange.bound([segment, from], [segment, to], false, true);
  const packed: SegmentBlock[] | null =
    to - from === 1
      ? [await readRecord(() => store.get([segment, from]))]
      : await readRecord(() => store.getAll(range));
  return Array.from({ length: to - from }, (_unused, at) => {
    const block = packed?.[at];
    if (block?.block !== from + at) throw new RangeError('A block of the search index is missing.');
    return split(block);
  });
}

function inlineBlock(packed: PackedTerms): SplitBlock {
  const block = inlined.get(packed) ?? split(packed);
  inlined.set(packed, block);
  return block;
}

const split = ({ terms, ends, bytes }: PackedTerms): SplitBlock => ({ terms: terms.split('\n'), ends, bytes });

/** Puts a block last in the cache, and drops from its front what does not fit any more. */
function keep(cache: BlockCache, key: string, block: SplitBlock): void {
  if (cache.blocks.delete(key)) cache.bytes -= sizeOf(block);
  cache.blocks.set(key, block);
  cache.bytes += sizeOf(block);
  for (const [oldest, dropped] of cache.blocks) {
    if (cache.bytes <= MOST_BYTES) break;
    cache.blocks.delete(oldest);
    cache.bytes -= sizeOf(dropped);
  }
}

/** Bytes in memory, about: a term is a string of some 40 bytes. */
const sizeOf = ({ terms, bytes }: SplitBlock): number => bytes.length + 44 * terms.length;
