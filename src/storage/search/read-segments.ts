import type { LibraryDatabase } from '../library-schema.ts';
import { type PackedTerms, type SegmentDocument, type StoredSegment, unpackDocuments } from './segment.ts';

/** Name in `tallies` of a value that is new whenever the segments are. */
export const SEARCH_GENERATION = 'search-generation';

/** A segment's head, unpacked; its blocks stay in the database. */
export interface LoadedSegment {
  segment: number;
  level: number;
  documents: SegmentDocument[];
  firstTerms: string[];
  /** Undefined past the last block. */
  readBlock(database: LibraryDatabase, block: number): Promise<PackedTerms | undefined>;
}

const cache = new WeakMap<LibraryDatabase, { generation: unknown; segments: LoadedSegment[] }>();

/** The heads of all finished segments. Read again only when a save or a merge changed them. */
export async function readSegments(database: LibraryDatabase): Promise<LoadedSegment[]> {
  const transaction = database.transaction(['tallies', 'searchSegments']);
  const generation = await transaction.objectStore('tallies').get(SEARCH_GENERATION);
  const known = cache.get(database);
  if (known && known.generation === generation) return known.segments;
  const stored = await transaction.objectStore('searchSegments').getAll();
  const kept = new Map(known?.segments.map((segment) => [segment.segment, segment]));
  const segments = stored
    .filter((segment) => !segment.building)
    .map((segment) => kept.get(segment.segment ?? -1) ?? loadSegment(segment));
  cache.set(database, { generation, segments });
  return segments;
}

function loadSegment(stored: StoredSegment): LoadedSegment {
  const { segment = -1, level, firstTerms, inline } = stored;
  return {
    segment,
    level,
    documents: unpackDocuments(stored),
    firstTerms: firstTerms === '' ? [] : firstTerms.split('\n'),
    readBlock: async (database, block) =>
      inline ? (block === 0 ? inline : undefined) : database.get('searchBlocks', [segment, block]),
  };
}
