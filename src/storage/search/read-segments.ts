import { type IDBPTransaction, unwrap } from 'idb';
import type { LibraryDatabase, LibrarySchema, StoreName } from '../library-schema.ts';
import { readRecord } from '../read-record.ts';
import type { PackedTerms, SegmentDocument, StoredSegment } from './segment.ts';

/** Name in `tallies` of a value that changes whenever the segments do. */
export const SEARCH_GENERATION = 'search-generation';

/** A segment's head, unpacked at need; its blocks stay in the database. */
export class LoadedSegment {
  readonly segment: number;
  readonly level: number;
  /** Number of articles. */
  readonly count: number;
  readonly lengths: Uint32Array;
  readonly stamps: Uint32Array;
  /** Sum of `lengths`. */
  readonly length: number;
  readonly firstTerms: string[];
  readonly inline: PackedTerms | null;
  /** The head cannot be read: its articles are unknown, and searches are told so. */
  readonly isLost: boolean;
  readonly #joinedIds: string;
  #ids: string[] | null = null;
  #numbers: Map<string, number> | null = null;

  constructor({ segment = -1, level, ids, stamps, lengths, firstTerms, inline }: StoredSegment, isLost = false) {
    this.segment = segment;
    this.level = level;
    this.count = stamps.length;
    this.lengths = lengths;
    this.stamps = stamps;
    this.length = lengths.reduce((sum, length) => sum + length, 0);
    this.firstTerms = firstTerms === '' ? [] : firstTerms.split('\n');
    this.inline = inline;
    this.isLost = isLost;
    this.#joinedIds = ids;
  }

  /** Ids of the articles by number. */
  get ids(): readonly string[] {
    this.#ids ??= this.#joinedIds === '' ? [] : this.#joinedIds.split('\n');
    return this.#ids;
  }

  /** The number of an article, or undefined. An article that was indexed twice has the later one. */
  numberOf(id: string): number | undefined {
    this.#numbers ??= new Map(this.ids.map((each, number) => [each, number]));
    return this.#numbers.get(id);
  }

  document(number: number): SegmentDocument {
    return { id: this.ids[number] ?? '', stamp: this.stamps[number] ?? 0, length: this.lengths[number] ?? 0 };
  }
}

const cache = new WeakMap<LibraryDatabase, { generation: unknown; segments: LoadedSegment[] }>();

/** The heads that were read last, which may be out of date. */
export const knownSegments = (database: LibraryDatabase): LoadedSegment[] | null =>
  cache.get(database)?.segments ?? null;

/** Call it when a head was changed, which saves and merges never do: heads are then read anew. */
export const dropKnownSegments = (database: LibraryDatabase): boolean => cache.delete(database);

/** A transaction that includes the stores of segment heads. */
type SegmentsTransaction = Pick<
  IDBPTransaction<LibrarySchema, ('tallies' | 'searchSegments' | StoreName)[], 'readonly' | 'readwrite'>,
  'objectStore'
>;

/** The heads of all finished segments. After a save or a merge only the new ones are read; before, the array is the same. */
export async function readSegments(
  database: LibraryDatabase,
  transaction: SegmentsTransaction = database.transaction(['tallies', 'searchSegments']),
): Promise<LoadedSegment[]> {
  const generation = await transaction.objectStore('tallies').get(SEARCH_GENERATION);
  const known = cache.get(database);
  if (known && known.generation === generation) return known.segments;
  const segments = await (known ? readNew(transaction, known.segments) : readAll(transaction));
  cache.set(database, { generation, segments });
  return segments;
}

async function readAll(transaction: SegmentsTransaction): Promise<LoadedSegment[]> {
  const stored = await readHeads(transaction);
  return stored
    ? stored.filter(({ building }) => !building).map((head) => new LoadedSegment(head))
    : readNew(transaction, []);
}

/** All heads, of unfinished segments too; null when one of them cannot be read. */
export async function readHeads(transaction: SegmentsTransaction): Promise<StoredSegment[] | null> {
  const store = unwrap(transaction.objectStore('searchSegments'));
  return readRecord<StoredSegment[]>(() => store.getAll());
}

async function readNew(transaction: SegmentsTransaction, known: LoadedSegment[]): Promise<LoadedSegment[]> {
  const store = transaction.objectStore('searchSegments');
  const kept = new Map(known.map((segment) => [segment.segment, segment]));
  const found = await Promise.all(
    (await store.getAllKeys()).map(async (key) => {
      const segment = kept.get(key);
      if (segment) return segment;
      const stored: StoredSegment | undefined | null = await readRecord(() => unwrap(store).get(key));
      if (stored === null) return new LoadedSegment({ ...EMPTY_HEAD, segment: key }, true);
      return stored && !stored.building ? new LoadedSegment(stored) : null;
    }),
  );
  return found.filter((segment) => segment !== null);
}

/** Stands for a head that cannot be read. */
const EMPTY_HEAD: StoredSegment = {
  ...{ level: 0, ids: '', firstTerms: '', inline: null, building: false },
  stamps: new Uint32Array(),
  lengths: new Uint32Array(),
};
