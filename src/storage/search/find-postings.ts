import type { LibraryDatabase } from '../library-schema.ts';
import { readSplitBlock, type SplitBlock } from './block-cache.ts';
import type { LoadedSegment } from './read-segments.ts';

/** Postings of one term in one segment: `bytes` from `start` to `end`. */
export interface Postings {
  term: string;
  bytes: Uint8Array;
  start: number;
  end: number;
}

/** A prefix of one or two letters has thousands of terms; this many bytes of postings are enough for what is shown. */
const MOST_PREFIX_BYTES = 256 * 1024;

/** The postings of a term; with `prefix` also those of longer terms that begin with it, the term itself first. */
export async function findPostings(
  database: LibraryDatabase,
  segment: LoadedSegment,
  wanted: string,
  prefix: boolean,
): Promise<Postings[]> {
  const found: Postings[] = [];
  for (let block = blockOf(segment.firstTerms, wanted); block < segment.firstTerms.length; block += 1) {
    const more = collect(await readSplitBlock(database, segment, block), wanted, prefix, found);
    if (!more) break;
  }
  return found;
}

/** Adds what a block has of the term; tells whether the next block may have more. */
function collect(packed: SplitBlock, wanted: string, prefix: boolean, found: Postings[]): boolean {
  const { terms } = packed;
  let size = found.reduce((sum, { start, end }) => sum + end - start, 0);
  for (let at = lowerBound(terms, wanted); at < terms.length; at += 1) {
    const term = terms[at] ?? '';
    if (prefix ? !term.startsWith(wanted) : term !== wanted) return false;
    const start = at === 0 ? 0 : (packed.ends[at - 1] ?? 0);
    const end = packed.ends[at] ?? 0;
    found.push({ term, bytes: packed.bytes, start, end });
    size += end - start;
    if (!prefix || size > MOST_PREFIX_BYTES) return false;
  }
  return prefix;
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
