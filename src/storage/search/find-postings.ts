import type { LibraryDatabase } from '../library-schema.ts';
import { readRecord } from '../read-record.ts';
import type { Postings } from './posting-list.ts';
import type { LoadedSegment } from './read-segments.ts';
import type { PackedTerms, SegmentBlock } from './segment.ts';

/** A prefix of one or two letters has thousands of terms; so many of their blocks are enough for what is shown. */
const MOST_PREFIX_BLOCKS = 64;

/** The postings of a term; with `prefix` also those of longer terms that begin with it, the term itself first. Throws as `readBlocks`. */
export async function findPostings(
  source: BlockSource,
  segment: LoadedSegment,
  wanted: string,
  prefix: boolean,
): Promise<Postings[]> {
  const { firstTerms } = segment;
  if (segment.isLost) throw new RangeError('The head of a part of the search index cannot be read.');
  if (firstTerms.length === 0) return [];
  const from = blockOf(firstTerms, wanted);
  let to = from + 1;
  while (prefix && to - from < MOST_PREFIX_BLOCKS && firstTerms[to]?.startsWith(wanted)) to += 1;
  const blocks = await readBlocks(source, segment, from, to);
  return blocks.flatMap(({ terms, ends, bytes }) => {
    const found: Postings[] = [];
    for (let at = lowerBound(terms, wanted); at < terms.length; at += 1) {
      const term = terms[at] ?? '';
      if (prefix ? !term.startsWith(wanted) : term !== wanted) break;
      found.push({ term, bytes, start: at === 0 ? 0 : (ends[at - 1] ?? 0), end: ends[at] ?? 0 });
    }
    return found;
  });
}

/** The block a term is in or would be in: the last one that does not begin after it. */
function blockOf(firstTerms: string[], term: string): number {
  const after = lowerBound(firstTerms, term);
  return firstTerms[after] === term ? after : Math.max(0, after - 1);
}

/** Index of the first item that is not less than `wanted`. */
function lowerBound(sorted: string[], wanted: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A block as a query uses it: its terms as a sorted list. */
interface SplitBlock {
  terms: string[];
  /** End of each term's postings in `bytes`. */
  ends: Uint32Array;
  bytes: Uint8Array;
}

/** Where blocks are read: their store, as the browser gives it, in an open transaction of this database. */
export interface BlockSource {
  database: LibraryDatabase;
  store: Pick<IDBObjectStore, 'get' | 'getAll'>;
}

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
 * Blocks `from` to `to` (exclusive) of a finished segment. They never change, so they are read with one request and
 * kept. Throws `RangeError` when one is missing or cannot be read.
 */
async function readBlocks(
  { database, store }: BlockSource,
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

async function ask(store: BlockSource['store'], segment: number, from: number, to: number): Promise<SplitBlock[]> {
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

/** Puts a block last in the cache, and drops blocks from its front until the rest fits. */
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
