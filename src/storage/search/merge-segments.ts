import { keysOfSegment } from '../key-ranges.ts';
import type { LibraryDatabase } from '../library-schema.ts';
import { oneAtATime, writeStrictly } from '../write-strictly.ts';
import { BlockWriter, readTerms, type TermCursor } from './block-writer.ts';
import { forgetInPlace } from './forget-in-place.ts';
import { PostingListWriter } from './posting-list.ts';
import { type LoadedSegment, readHeads, readSegments, SEARCH_GENERATION } from './read-segments.ts';
import { packDocuments, type SegmentDocument } from './segment.ts';

/** So many single saves become one segment. They cost a query little: they are in their heads. */
const MERGE_SINGLES_AT = 16;

/** So many segments of a level become one of the next. A query reads a block of each; a merge rewrites them all. */
const MERGE_AT = 4;

/** Segments of this level have some 16,000 articles. Merging them would take longer than a worker lives. */
const HIGHEST_LEVEL = 6;

/** Most sources of one merge, when many saves have waited. */
const MOST_SOURCES = 64;

/** The segments to merge next, oldest first; empty when there is nothing to do. */
function segmentsToMerge(segments: readonly LoadedSegment[]): LoadedSegment[] {
  for (let level = 0; level < HIGHEST_LEVEL; level += 1) {
    const ofLevel = segments.filter((segment) => segment.level === level);
    if (ofLevel.length >= (level === 0 ? MERGE_SINGLES_AT : MERGE_AT)) return ofLevel.slice(0, MOST_SOURCES);
  }
  return [];
}

/** Does `work` while no merge runs, here or in another window. */
export const oneMergeAtATime = <T>(work: () => Promise<T>): Promise<T> => oneAtATime('merge', work);

/**
 * Merges small segments into larger ones until no level is full, and rewrites those with words of an article that is
 * gone for good. Articles that changed or went are left out. Gives how many segments were written.
 *
 * Interrupted at any point it leaves the index as it was: the new segment counts from one last transaction on, and the
 * next run sweeps blocks of an unfinished one. Two merges at once would each remove what the other reads. Throws
 * `RangeError` when a source is damaged.
 */
export async function mergeSegments(database: LibraryDatabase): Promise<number> {
  return oneMergeAtATime(async () => {
    await sweepUnfinished(database);
    for (let merges = 0; ; merges += 1) {
      const segments = await readSegments(database);
      const full = segmentsToMerge(segments);
      if (full.length > 0) await mergeOnce(database, full);
      else if (!(await forgetOnce(database, segments))) return merges;
    }
  });
}

/**
 * Frees one segment of articles that are no longer in the library: nothing that was deleted for good may stay. Gives
 * whether there was one. The largest segments are not rewritten, for the same reason as they are not merged.
 */
async function forgetOnce(database: LibraryDatabase, segments: readonly LoadedSegment[]): Promise<boolean> {
  const known = new Set(await database.getAllKeys('metadata'));
  // One without an id was already taken out in place.
  const isGone = (id: string | undefined): boolean => id !== '' && !known.has(id ?? '');
  const first = segments.find(({ ids }) => ids.some(isGone));
  if (!first) return false;
  if (first.level < HIGHEST_LEVEL) await mergeOnce(database, [first]);
  else await forgetInPlace(database, first, (number) => isGone(first.ids[number]));
  return true;
}

async function mergeOnce(database: LibraryDatabase, sources: LoadedSegment[]): Promise<void> {
  const { documents, renumbered } = await liveDocuments(database, sources);
  const header = { level: levelOf(sources), ...packDocuments(documents), firstTerms: '', inline: null, building: true };
  const segment = await database.add('searchSegments', header);
  const firstTerms = await writeBlocks(database, segment, sources, renumbered);
  await writeStrictly(database, ['searchSegments', 'searchBlocks', 'tallies'], async (transaction) => {
    const segments = transaction.objectStore('searchSegments');
    await segments.put({ ...header, segment, firstTerms: firstTerms.join('\n'), building: false });
    for (const source of sources) {
      await segments.delete(source.segment);
      await transaction.objectStore('searchBlocks').delete(keysOfSegment(source.segment));
    }
    await transaction.objectStore('tallies').put(crypto.randomUUID(), SEARCH_GENERATION);
  });
}

/**
 * The level above the sources; for a single source its own. Many single saves at once are as large as a segment of a
 * higher level.
 */
function levelOf(sources: readonly LoadedSegment[]): number {
  const level = sources[0]?.level ?? 0;
  if (sources.length === 1) return Math.max(1, level);
  return level === 0 && sources.length >= MERGE_SINGLES_AT * MERGE_AT ? 2 : level + 1;
}

/** The articles whose entry is still current, and for each source the new number of each article, or -1. */
async function liveDocuments(database: LibraryDatabase, sources: LoadedSegment[]) {
  const documents: SegmentDocument[] = [];
  const renumbered: Int32Array[] = [];
  for (const source of sources) {
    const store = database.transaction('metadata').store;
    const stamps = await Promise.all(source.ids.map(async (id) => (await store.get(id))?.searchStamp));
    renumbered.push(
      Int32Array.from(source.ids, (_id, number) =>
        stamps[number] === source.stamps[number] ? documents.push(source.document(number)) - 1 : -1,
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
  const writer = new BlockWriter(database, segment);
  const list = new PostingListWriter();
  for (let term = smallestTerm(cursors); term !== null; term = smallestTerm(cursors)) {
    for (const [at, cursor] of cursors.entries()) {
      if (cursor.term !== term) continue;
      list.addList({ ...cursor, term }, renumbered[at] ?? new Int32Array());
      const moved = cursor.next();
      if (moved) await moved;
    }
    const written = writer.add(term, list);
    if (written) await written;
  }
  await writer.finish();
  return writer.firstTerms;
}

function smallestTerm(cursors: TermCursor[]): string | null {
  let smallest: string | null = null;
  for (const { term } of cursors) if (term !== null && (smallest === null || term < smallest)) smallest = term;
  return smallest;
}

async function sweepUnfinished(database: LibraryDatabase): Promise<void> {
  const heads = await readHeads(database.transaction('searchSegments'));
  if (!heads) throw new RangeError('The head of a part of the search index cannot be read.');
  for (const { segment, building } of heads) {
    if (segment === undefined || !building) continue;
    await database.delete('searchBlocks', keysOfSegment(segment));
    await database.delete('searchSegments', segment);
  }
}
