import { termsOf } from '../../model/search/tokenise.ts';
import { ByteWriter } from './byte-writer.ts';
import { type PackedTerms, packDocuments, type StoredSegment } from './segment.ts';

/** What of an item is searched. */
export interface SearchableText {
  title: string;
  siteName: string | null;
  url: string;
  text: string;
}

/** Where each field's positions begin; fields are cut where the next one begins. */
export const FIELD_START = { title: 0, site: 200, body: 256 } as const;

/** A text longer than this (a whole book) is searched by its beginning. */
const MOST_TERMS = 400_000;

/** Terms of one item with the positions they stand at. */
export function positionsOf({ title, siteName, url, text }: SearchableText): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  const add = (terms: string[], start: number, end: number): void => {
    for (let at = 0; at < terms.length && start + at < end - 1; at += 1) {
      const term = terms[at] as string;
      const list = positions.get(term);
      if (list) list.push(start + at);
      else positions.set(term, [start + at]);
    }
  };
  add(termsOf(title), FIELD_START.title, FIELD_START.site);
  add(termsOf(`${siteName ?? ''} ${hostOf(url)}`), FIELD_START.site, FIELD_START.body);
  add(termsOf(text), FIELD_START.body, FIELD_START.body + MOST_TERMS);
  return positions;
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
  const found = items.map(({ item }) => positionsOf(item));
  const terms = [...new Set(found.flatMap((positions) => [...positions.keys()]))].sort();
  const ends = new Uint32Array(terms.length);
  const lengths = items.map(() => 0);
  const writer = new ByteWriter();
  for (const [index, term] of terms.entries()) {
    let last = -1;
    for (const [at, positions] of found.entries()) {
      const list = positions.get(term);
      if (!list) continue;
      lengths[at] = (lengths[at] ?? 0) + list.length;
      const packed = packPositions(list);
      writer.number(at - last - 1);
      writer.number(packed.length);
      writer.bytes(packed, 0, packed.length);
      last = at;
    }
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

function packPositions(positions: number[]): Uint8Array {
  const writer = new ByteWriter();
  let before = 0;
  for (const position of positions) {
    writer.number(position - before);
    before = position;
  }
  return writer.finish();
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    return '';
  }
}
