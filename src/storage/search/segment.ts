/** Some terms of a segment in sorted order, with their postings. */
export interface PackedTerms {
  /** Joined by line breaks. */
  terms: string;
  /** End of each term's postings in `bytes`. */
  ends: Uint32Array<ArrayBuffer>;
  /** Posting lists one after the other, see `posting-list.ts`. */
  bytes: Uint8Array<ArrayBuffer>;
}

/** One of the blocks of a segment that is too large to have them inside. */
export interface SegmentBlock extends PackedTerms {
  segment: number;
  block: number;
}

/** An immutable part of the search index: some articles and the sorted terms in them. */
export interface StoredSegment extends SegmentDocuments {
  segment?: number;
  /** 0 for a single save; merging makes the next level. */
  level: number;
  /** First term of each block, joined by line breaks: tells the block of a term. */
  firstTerms: string;
  /** The only block of a small segment, kept inside so that a save writes one record. */
  inline: PackedTerms | null;
  /** A merge is still writing its blocks: not searched yet. */
  building: boolean;
}

/** The articles of a segment, packed. An entry counts only while the article's `searchStamp` is its stamp. */
interface SegmentDocuments {
  /** Joined by line breaks. */
  ids: string;
  stamps: Uint32Array<ArrayBuffer>;
  /** Number of terms, for ranking. */
  lengths: Uint32Array<ArrayBuffer>;
}

/** An article of a segment; its number there is its index among them. */
export interface SegmentDocument {
  id: string;
  /** The `searchStamp` of the article while this entry counts. */
  stamp: number;
  /** Number of terms. */
  length: number;
}

/** The articles as the head of a segment holds them. */
export function packDocuments(documents: readonly SegmentDocument[]): SegmentDocuments {
  return {
    ids: documents.map(({ id }) => id).join('\n'),
    stamps: Uint32Array.from(documents, ({ stamp }) => stamp),
    lengths: Uint32Array.from(documents, ({ length }) => length),
  };
}
