import type { LibraryDatabase } from '../library-schema.ts';
import { writeStrictly } from '../write-strictly.ts';
import { ByteReader, ByteWriter } from './byte-writer.ts';
import { type LoadedSegment, readSegments, SEARCH_GENERATION } from './read-segments.ts';
import { readTerms, type TermCursor } from './read-terms.ts';
import { packDocuments, type SegmentBlock, type SegmentDocument } from './segment.ts';

/** So many segments of a level become one of the next. Single saves wait longer, as reading many is cheap. */
const MERGE_AT = [32, 8, 8, 8, 8, 8, 8];

/** A block is closed when its postings pass this size: large enough for few reads, small enough for quick ones. */
const BLOCK_BYTES = 16 * 1024;

/** Blocks written in one transaction while merging. */
const BLOCKS_AT_ONCE = 16;

/** The segments to merge next, oldest first; empty when there is nothing to do. */
export function segmentsToMerge(segments: readonly LoadedSegment[]): LoadedSegment[] {
  for (const [level, count] of MERGE_AT.entries()) {
    const ofLevel = segments.filter((segment) => segment.level === level);
    if (ofLevel.length >= count) return ofLevel.slice(0, 64);
  }
  return [];
}

/**
 * Merges small segments into larger ones until no level is full; articles that changed or went are left out. Interrupted
 * at any point it leaves the index as it was: the new segment counts from one last transaction on, and blocks of an
 * unfinished one are swept at the next run. One run at a time.
 */
export async function mergeSegments(database: LibraryDatabase, signal?: AbortSignal): Promise<number> {
  await sweepUnfinished(database);
  for (let merges = 0; ; merges += 1) {
    const sources = segmentsToMerge(await readSegments(database));
    if (sources.length === 0 || signal?.aborted) return merges;
    await mergeOnce(database, sources);
  }
}

async function mergeOnce(database: LibraryDatabase, sources: LoadedSegment[]): Promise<void> {
  const level = Math.max(...sources.map((source) => source.level)) + 1;
  const { documents, renumbered } = await liveDocuments(database, sources);
  const header = { level, ...packDocuments(documents), firstTerms: '', inline: null, building: true };
  const segment = await database.add('searchSegments', header);
  const firstTerms = await writeBlocks(database, segment, sources, renumbered);
  await writeStrictly(database, ['searchSegments', 'searchBlocks', 'tallies'], async (transaction) => {
    const segments = transaction.objectStore('searchSegments');
    await segments.put({ ...header, segment, firstTerms: firstTerms.join('\n'), building: false });
    for (const source of sources) {
      await segments.delete(source.segment);
      await transaction.objectStore('searchBlocks').delete(blocksOf(source.segment));
    }
    await transaction.objectStore('tallies').put(crypto.randomUUID(), SEARCH_GENERATION);
  });
}

/** The articles that still are what was indexed, and for each source the new number of each article, or -1. */
async function liveDocuments(database: LibraryDatabase, sources: LoadedSegment[]) {
  const documents: SegmentDocument[] = [];
  const renumbered: Int32Array[] = [];
  for (const source of sources) {
    const store = database.transaction('metadata').store;
    const stamps = await Promise.all(source.documents.map(async ({ id }) => (await store.get(id))?.searchStamp));
    renumbered.push(
      Int32Array.from(source.documents, (document, at) =>
        stamps[at] === document.stamp ? documents.push(document) - 1 : -1,
      ),
    );
  }
  return { documents, renumbered };
}

async function writeBlocks(
  database: LibraryDatabase,
  segment: number,
  sources: LoadedSegment[],
  renumbered: Int32Array[],
): Promise<string[]> {
  const cursors = sources.map((source) => readTerms(database, source));
  await Promise.all(cursors.map((cursor) => cursor.next()));
  const firstTerms: string[] = [];
  let waiting: SegmentBlock[] = [];
  let terms: string[] = [];
  let ends: number[] = [];
  let writer = new ByteWriter();
  const closeBlock = (): void => {
    if (terms.length === 0) return;
    const block = { segment, block: firstTerms.length, terms: terms.join('\n'), ends: Uint32Array.from(ends) };
    firstTerms.push(terms[0] ?? '');
    waiting.push({ ...block, bytes: writer.finish() });
    [terms, ends, writer] = [[], [], new ByteWriter()];
  };
  const flush = async (): Promise<void> => {
    const transaction = database.transaction('searchBlocks', 'readwrite', { durability: 'relaxed' });
    await Promise.all(waiting.map((block) => transaction.store.put(block)));
    await transaction.done;
    waiting = [];
  };
  for (let term = smallestTerm(cursors); term !== null; term = smallestTerm(cursors)) {
    const before = writer.length;
    await mergeTerm(term, cursors, renumbered, writer);
    if (writer.length > before) {
      terms.push(term);
      ends.push(writer.length);
    }
    if (writer.length >= BLOCK_BYTES) closeBlock();
    if (waiting.length >= BLOCKS_AT_ONCE) await flush();
  }
  closeBlock();
  await flush();
  return firstTerms;
}

function smallestTerm(cursors: TermCursor[]): string | null {
  let smallest: string | null = null;
  for (const { term } of cursors) if (term !== null && (smallest === null || term < smallest)) smallest = term;
  return smallest;
}

/** Writes one term's postings of all sources one after the other and moves the cursors that had it. */
async function mergeTerm(
  term: string,
  cursors: TermCursor[],
  renumbered: Int32Array[],
  writer: ByteWriter,
): Promise<void> {
  let last = -1;
  for (const [at, cursor] of cursors.entries()) {
    if (cursor.term !== term) continue;
    const reader = new ByteReader(cursor.bytes, cursor.start, cursor.end);
    let document = -1;
    while (reader.at < reader.end) {
      document += reader.number() + 1;
      const length = reader.number();
      const number = renumbered[at]?.[document] ?? -1;
      if (number >= 0) {
        writer.number(number - last - 1);
        writer.number(length);
        writer.bytes(reader.bytes, reader.at, reader.at + length);
        last = number;
      }
      reader.at += length;
    }
    const moved = cursor.next();
    if (moved) await moved;
  }
}

async function sweepUnfinished(database: LibraryDatabase): Promise<void> {
  const unfinished = (await database.getAll('searchSegments')).filter((segment) => segment.building);
  for (const { segment } of unfinished) {
    if (segment === undefined) continue;
    await database.delete('searchBlocks', blocksOf(segment));
    await database.delete('searchSegments', segment);
  }
}

const blocksOf = (segment: number): IDBKeyRange => IDBKeyRange.bound([segment], [segment, []]);
