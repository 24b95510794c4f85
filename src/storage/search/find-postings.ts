import type { LibraryDatabase } from '../library-schema.ts';
import type { Postings } from './posting-list.ts';
import { type BlockStore, readBlocks } from './read-blocks.ts';
import type { LoadedSegment } from './read-segments.ts';

/** A prefix of one or two letters has thousands of terms; so many blocks of them are enough for what is shown. */
const MOST_PREFIX_BLOCKS = 64;

/** The postings of a term; with `prefix` also those of longer terms that begin with it, the term itself first. Throws as `readBlocks`. */
export async function findPostings(
  database: LibraryDatabase,
  store: BlockStore,
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
  const blocks = await readBlocks(database, store, segment, from, to);
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
