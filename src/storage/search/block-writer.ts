import { unwrap } from 'idb';
import type { LibraryDatabase } from '../library-schema.ts';
import { readRecord } from '../read-record.ts';
import { ByteWriter } from './byte-writer.ts';
import type { PostingListWriter, Postings } from './posting-list.ts';
import type { LoadedSegment } from './read-segments.ts';
import type { PackedTerms, SegmentBlock } from './segment.ts';

/** A block ends when its postings pass this size, or at this many terms: a query reads a whole block for one term. */
const BLOCK_BYTES = 16 * 1024;

const BLOCK_TERMS = 512;

/** Blocks written in one transaction. */
const BLOCKS_AT_ONCE = 64;

/** Writes the blocks of a new segment, term by term in sorted order. */
export class BlockWriter {
  readonly firstTerms: string[] = [];
  readonly #database: LibraryDatabase;
  readonly #segment: number;
  #waiting: SegmentBlock[] = [];
  #terms: string[] = [];
  #ends: number[] = [];
  #bytes = new ByteWriter(2 * BLOCK_BYTES);

  constructor(database: LibraryDatabase, segment: number) {
    this.#database = database;
    this.#segment = segment;
  }

  /** Takes a term with its list, which may be empty. Gives a promise when blocks have to be written before the next term. */
  add(term: string, list: PostingListWriter): Promise<void> | undefined {
    const before = this.#bytes.length;
    list.finish(this.#bytes);
    if (this.#bytes.length === before) return undefined;
    this.#terms.push(term);
    this.#ends.push(this.#bytes.length);
    if (this.#bytes.length >= BLOCK_BYTES || this.#terms.length >= BLOCK_TERMS) this.#closeBlock();
    return this.#waiting.length >= BLOCKS_AT_ONCE ? this.#flush() : undefined;
  }

  async finish(): Promise<void> {
    this.#closeBlock();
    await this.#flush();
  }

  #closeBlock(): void {
    const [first] = this.#terms;
    if (first === undefined) return;
    this.#waiting.push({
      segment: this.#segment,
      block: this.firstTerms.length,
      terms: this.#terms.join('\n'),
      ends: Uint32Array.from(this.#ends),
      bytes: this.#bytes.finish(),
    });
    this.firstTerms.push(first);
    this.#terms = [];
    this.#ends = [];
    this.#bytes.clear();
  }

  async #flush(): Promise<void> {
    const blocks = this.#waiting;
    this.#waiting = [];
    const transaction = this.#database.transaction('searchBlocks', 'readwrite', { durability: 'relaxed' });
    await Promise.all(blocks.map((block) => transaction.store.put(block)));
    await transaction.done;
  }
}

/** Walks a segment's terms in order, with one block in memory at a time. */
export interface TermCursor extends Omit<Postings, 'term'> {
  /** Null after the last term. */
  term: string | null;
  /** Moves on; gives a promise only where a block must be read. */
  next(): Promise<void> | undefined;
}

/**
 * A cursor before the first term, to which `next` leads. `next` throws `RangeError` when a block is missing or cannot be
 * read.
 */
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
    // An empty block, see `forgetInPlace`.
    if (packed?.terms === '') return readBlock();
    terms = packed ? packed.terms.split('\n') : [];
    show();
  };
  return cursor;
}
