import { runsOf, type Token } from '../../model/search/tokenise.ts';
import { ByteWriter } from './byte-writer.ts';
import { FIELD_START, PostingListWriter } from './posting-list.ts';
import { type PackedTerms, packDocuments, type StoredSegment } from './segment.ts';

/** The searchable text of an item. */
interface SearchableText {
  title: string;
  siteName: string | null;
  url: string;
  text: string;
  /** Notes of its highlights, one after the other. */
  notes?: string;
}

/** A longer text (a whole book) is searched by its beginning. */
const MOST_TERMS = 400_000;

/** Terms repeated where the rest of long notes begins, so that a phrase across the seam is found. */
const SEAM_TERMS = 16;

/** Terms of one item with the positions they stand at. */
function positionsOf({ title, siteName, url, text, notes = '' }: SearchableText): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  addField(positions, title, [FIELD_START.title, FIELD_START.site]);
  addField(positions, `${siteName ?? ''} ${hostOf(url)}`, [FIELD_START.site, FIELD_START.notes]);
  const inNotes = addField(positions, notes, [FIELD_START.notes, FIELD_START.body]);
  const inBody = addField(positions, text, [FIELD_START.body, FIELD_START.body + MOST_TERMS]);
  // Positions ascend. Few articles have notes too long for their own field; the rest stands behind the text.
  const behind = FIELD_START.body + inBody + 1;
  if (inNotes === FIELD_START.body - FIELD_START.notes - 1)
    addField(positions, notes, [behind, behind + MOST_TERMS], inNotes - SEAM_TERMS);
  return positions;
}

/** Adds the terms of a text after the first `skipped` to a field, as many as fit before its end, and gives their number. */
function addField(
  positions: Map<string, number[]>,
  text: string,
  [start, end]: readonly [start: number, end: number],
  skipped = 0,
): number {
  let position = start - skipped;
  for (const { words, tokens } of runsOf(text)) {
    for (const token of tokens) {
      if (position >= end - 1) return position - start;
      if (position >= start) addToken(positions, token, words, position);
      position += 1;
    }
  }
  return position - start;
}

/**
 * In scripts searched by pairs each character is a term too, so that one alone is found without searching all pairs.
 */
function addToken(positions: Map<string, number[]>, { term, others }: Token, words: boolean, position: number): void {
  addPosition(positions, term, position);
  for (const other of others ?? []) addPosition(positions, other, position);
  if (words) return;
  const first = String.fromCodePoint(term.codePointAt(0) ?? 0);
  if (first !== term) addPosition(positions, first, position);
}

function addPosition(positions: Map<string, number[]>, term: string, position: number): void {
  const list = positions.get(term);
  if (list) list.push(position);
  else positions.set(term, [position]);
}

/** An item to be indexed, with the stamp its metadata gets. */
export interface SegmentItem {
  id: string;
  stamp: number;
  item: SearchableText;
}

/** Makes the index entry of one item: a segment of its own, to be written with the item. */
export const segmentOfItem = (id: string, stamp: number, item: SearchableText): StoredSegment =>
  segmentOfItems([{ id, stamp, item }]);

/** Makes one segment of several items, for imports. They should be small: all terms are in one block. */
export function segmentOfItems(items: readonly SegmentItem[]): StoredSegment {
  const found = new Map<string, [at: number, positions: number[]][]>();
  for (const [at, { item }] of items.entries()) {
    for (const [term, positions] of positionsOf(item)) {
      const before = found.get(term);
      if (before) before.push([at, positions]);
      else found.set(term, [[at, positions]]);
    }
  }
  const terms = [...found.keys()].sort();
  const ends = new Uint32Array(terms.length);
  const lengths = items.map(() => 0);
  const writer = new ByteWriter(8192);
  const list = new PostingListWriter();
  for (const [index, term] of terms.entries()) {
    for (const [at, positions] of found.get(term) ?? []) {
      lengths[at] = (lengths[at] ?? 0) + positions.length;
      list.add(at, positions);
    }
    list.finish(writer);
    ends[index] = writer.length;
  }
  const inline: PackedTerms = { terms: terms.join('\n'), ends, bytes: writer.finish() };
  const documents = items.map(({ id, stamp }, at) => ({ id, stamp, length: lengths[at] ?? 0 }));
  return { level: 0, ...packDocuments(documents), firstTerms: terms[0] ?? '', inline, building: false };
}

/** A stamp that no earlier entry of the same item has, short of one chance in four thousand million. */
export function newStamp(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    return '';
  }
}
