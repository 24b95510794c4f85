import type { LibraryDatabase } from '../library-schema.ts';
import type { PackedTerms, SegmentDocument, StoredSegment } from './segment.ts';

/** Name in `tallies` of a value that is new whenever the segments are. */
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
  readonly #joinedIds: string;
  #ids: string[] | null = null;
  #numbers: Map<string, number> | null = null;

  constructor({ segment = -1, level, ids, stamps, lengths, firstTerms, inline }: StoredSegment) {
    this.segment = segment;
    this.level = level;
    this.count = stamps.length;
    this.lengths = lengths;
    this.stamps = stamps;
    this.length = lengths.reduce((sum, length) => sum + length, 0);
    this.firstTerms = firstTerms === '' ? [] : firstTerms.split('\n');
    this.inline = inline;
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

/** To be called when a head was changed, as no save and no merge does: it is read anew. */
export const dropKnownSegments = (database: LibraryDatabase): boolean => cache.delete(database);

/** A transaction that includes the stores of segment heads. */
interface SegmentsTransaction {
  objectStore(name: 'tallies'): { get(name: string): Promise<unknown> };
  objectStore(name: 'searchSegments'): {
    getAll(): Promise<StoredSegment[]>;
    getAllKeys(): Promise<IDBValidKey[]>;
    get(key: number): Promise<StoredSegment | undefined>;
  };
}

/** The heads of all finished segments. After a save or a merge only the new ones are read; before, the array is the same. */
export async function readSegments(
  database: LibraryDatabase,
  transaction: SegmentsTransaction = database.transaction(['tallies', 'searchSegments']),
): Promise<LoadedSegment[]> {
  const generation = await transaction.objectStore('tallies').get(SEARCH_GENERATION);
  const known = cache.get(database);
  if (known && known.generation === generation) return known.segments;
  const store = transaction.objectStore('searchSegments');
  const segments = known
    ? await readNew(known.segments, store)
    : (await store.getAll()).filter(({ building }) => !building).map((stored) => new LoadedSegment(stored));
  cache.set(database, { generation, segments });
  return segments;
}

async function readNew(
  known: LoadedSegment[],
  store: { getAllKeys(): Promise<IDBValidKey[]>; get(key: number): Promise<StoredSegment | undefined> },
): Promise<LoadedSegment[]> {
  const kept = new Map(known.map((segment) => [segment.segment, segment]));
  const found = await Promise.all(
    (await store.getAllKeys()).map(async (valid) => {
      const key = Number(valid);
      const segment = kept.get(key);
      if (segment) return segment;
      const stored = await store.get(key);
      return stored && !stored.building ? new LoadedSegment(stored) : null;
    }),
  );
  return found.filter((segment) => segment !== null);
}
