import { unwrap } from 'idb';
import type { LibraryDatabase } from '../library-schema.ts';
import { readRecord } from '../read-record.ts';
import { writeStrictly } from '../write-strictly.ts';
import { ByteWriter } from './byte-writer.ts';
import { PostingListWriter } from './posting-list.ts';
import { dropKnownSegments, type LoadedSegment } from './read-segments.ts';
import { packDocuments, type SegmentBlock } from './segment.ts';

/** Blocks read at once. */
const AT_ONCE = 64;

/**
 * Takes articles out of a segment that is too large to be rewritten: first out of each block with words of them, then
 * out of the head. There they leave a gap, so that all others keep their numbers. If it is cut off before the head, it
 * begins again the next time; head and blocks fit together until then. Throws `RangeError` when a block is missing or
 * damaged.
 *
 * @param isGone by the number of the article
 */
export async function forgetInPlace(
  database: LibraryDatabase,
  segment: LoadedSegment,
  isGone: (number: number) => boolean,
): Promise<void> {
  const kept = Int32Array.from(segment.ids, (_id, number) => (isGone(number) ? -1 : number));
  const firstTerms = [...segment.firstTerms];
  let last = '';
  for (let from = 0; from < firstTerms.length; from += AT_ONCE) {
    const range = IDBKeyRange.bound([segment.segment, from], [segment.segment, from + AT_ONCE], false, true);
    const store = unwrap(database.transaction('searchBlocks').store);
    const blocks: SegmentBlock[] | null = await readRecord(() => store.getAll(range));
    if (blocks?.length !== Math.min(AT_ONCE, firstTerms.length - from)) {
      throw new RangeError('A block of the search index is missing.');
    }
    const written = database.transaction('searchBlocks', 'readwrite', { durability: 'relaxed' });
    for (const before of blocks) {
      const after = withoutArticles(before, kept);
      if (after !== before) void written.store.put(after);
      const terms = after.terms === '' ? [] : after.terms.split('\n');
      // The head finds terms by this. A block that nothing is left of keeps its place between its neighbours.
      firstTerms[before.block] = terms[0] ?? `${last}\u0001`;
      last = terms.at(-1) ?? last;
    }
    await written.done;
  }
  await writeStrictly(database, ['searchSegments'], async (transaction) => {
    const heads = transaction.objectStore('searchSegments');
    const head = await heads.get(segment.segment);
    if (!head) return;
    const nobody = { id: '', stamp: 0, length: 0 };
    const documents = segment.ids.map((_id, number) => (isGone(number) ? nobody : segment.document(number)));
    await heads.put({ ...head, ...packDocuments(documents), firstTerms: firstTerms.join('\n') });
  });
  dropKnownSegments(database);
}

/** The block without the articles that `kept` gives -1 for; the same block when it has none. */
function withoutArticles(block: SegmentBlock, kept: Int32Array): SegmentBlock {
  const terms: string[] = [];
  const ends: number[] = [];
  const writer = new ByteWriter(block.bytes.length);
  const list = new PostingListWriter();
  for (const [at, term] of block.terms.split('\n').entries()) {
    const [start, end] = [at === 0 ? 0 : (block.ends[at - 1] ?? 0), block.ends[at] ?? 0];
    if (end > start) list.addList({ term, bytes: block.bytes, start, end }, kept);
    const before = writer.length;
    list.finish(writer);
    if (writer.length === before) continue;
    terms.push(term);
    ends.push(writer.length);
  }
  if (writer.length === block.bytes.length) return block;
  return { ...block, terms: terms.join('\n'), ends: Uint32Array.from(ends), bytes: writer.finish() };
}
