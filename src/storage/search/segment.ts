/** One article in a segment. An entry counts only while the article's `searchStamp` equals `stamp`. */
export interface SegmentDocument {
  id: string;
  stamp: number;
  /** Number of tokens, for ranking. */
  length: number;
}

/** A sorted part of a segment's terms with their postings. */
export interface SegmentBlock {
  segment: number;
  block: number;
  /** Sorted, joined by line breaks. */
  terms: string;
  /** End of each term's postings in `bytes`. */
  ends: Uint32Array<ArrayBuffer>;
  bytes: Uint8Array<ArrayBuffer>;
}

/** An immutable part of the search index: some articles and the sorted terms in them. */
export interface StoredSegment {
  segment?: number;
  /** 0 for a single save; merging makes the next level. */
  level: number;
  documents: SegmentDocument[];
  /** First term of each block, to find the block of a term. */
  firstTerms: string[];
  /** The only block of a single save, kept inside so that a save writes one record. */
  inline?: Pick<SegmentBlock, 'terms' | 'ends' | 'bytes'>;
  /** A merge is writing its blocks; not searched, and swept when no merge is running. */
  building: boolean;
}
