import { unwrap } from 'idb';
import type { LibraryDatabase } from '../library-schema.ts';
import { readRecord } from '../read-record.ts';
import type { Postings } from './posting-list.ts';
import type { LoadedSegment } from './read-segments.ts';
import type { PackedTerms } from './segment.ts';

/** Goes through a segment's terms in order, one block in memory at a time. */
export interface TermCursor extends Omit<Postings, 'term'> {
  /** Null after the last term. */
  term: string | null;
  /** Moves on; gives a promise only when a block has to be read. */
  next(): Promise<void> | undefined;
}

export function readTerms(database: LibraryDatabase, segment: LoadedSegment): TermCursor {
  let packed: PackedTerms | null = null;
  let terms: string[] = [];
  let at = -1;
  let block = -1;
  const cursor: TermCursor = {
    term: null,
    bytes: new Uint8Array(),
    start: 0,
    end: 0,
    next() {
      at += 1;
      if (at >= terms.length) return readBlock();
      show();
      return undefined;
    },
  };
  const show = (): void => {
    cursor.term = terms[at] ?? null;
    cursor.start = at === 0 ? 0 : (packed?.ends[at - 1] ?? 0);
    cursor.end = packed?.ends[at] ?? 0;
    cursor.bytes = packed?.bytes ?? cursor.bytes;
  };
  const readBlock = async (): Promise<void> => {
    block += 1;
    at = 0;
    packed = null;
    if (segment.inline) packed = block === 0 ? segment.inline : null;
    else if (block < segment.firstTerms.length) {
      const key = [segment.segment, block];
      packed = (await readRecord(() => unwrap(database.transaction('searchBlocks').store).get(key))) ?? null;
      if (!packed) throw new RangeError('A block of the search index is missing.');
    }
    // One that nothing is left of, see `forgetInPlace`.
    if (packed?.terms === '') return readBlock();
    terms = packed ? packed.terms.split('\n') : [];
    show();
  };
  return cursor;
}
