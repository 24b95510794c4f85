import { ByteReader, ByteWriter } from './byte-writer.ts';

/** Where each field's positions begin; fields are cut where the next one begins. */
export const FIELD_START = { title: 0, site: 200, notes: 256, body: 4096 } as const;

/**
 * The postings of one term in one segment: `bytes` from `start` to `end`. All numbers are distances from the one
 * before.
 * 1. The number of articles.
 * 2. For each article its number and the term's weight in it.
 * 3. For each article, in the same order, the length of its positions in bytes, and the positions.
 *
 * Weights stand apart from positions because most queries need no positions, and these are most of the bytes.
 */
export interface Postings {
  term: string;
  bytes: Uint8Array;
  start: number;
  end: number;
}

/** How much one occurrence counts by the field it is in. */
const TITLE_WEIGHT = 8;

const SITE_WEIGHT = 3;

const NOTE_WEIGHT = 3;

const BODY_WEIGHT = 1;

/** The weight of one occurrence by its position. */
export function weightAt(position: number): number {
  if (position >= FIELD_START.body) return BODY_WEIGHT;
  if (position >= FIELD_START.notes) return NOTE_WEIGHT;
  return position >= FIELD_START.site ? SITE_WEIGHT : TITLE_WEIGHT;
}

/** Adds the term's weight in each article of the list, times `factor`. Throws `RangeError` when the list is damaged. */
export function addWeights(list: Postings, weights: Float32Array, factor: number): void {
  const reader = new ByteReader(list.bytes, list.start, list.end);
  const most = weights.length;
  let article = -1;
  for (let left = reader.number(); left > 0; left -= 1) {
    article += reader.number() + 1;
    const weight = reader.number();
    if (article >= most) throw new RangeError('The search index names an article that is not there.');
    weights[article] = (weights[article] as number) + weight * factor;
  }
}

/** Adds to `found`, less `shift` each, the positions in those articles that have a slot (0 and up). */
export function addPositions(list: Postings, slots: Int32Array, shift: number, found: number[][]): void {
  const reader = new ByteReader(list.bytes, list.start, list.end);
  for (const article of readArticles(reader, null)) {
    const length = reader.number();
    const end = reader.at + length;
    const slot = slots[article] ?? -1;
    const positions = slot < 0 ? undefined : found[slot];
    for (let position = 0; positions && reader.at < end; ) {
      position += reader.number();
      positions.push(position - shift);
    }
    reader.at = end;
  }
}

/** Reads the articles and weights of a list; the reader then stands at the positions. */
function readArticles(reader: ByteReader, weights: number[] | null): number[] {
  const articles: number[] = [];
  let article = -1;
  for (let left = reader.number(); left > 0; left -= 1) {
    article += reader.number() + 1;
    articles.push(article);
    const weight = reader.number();
    weights?.push(weight);
  }
  return articles;
}

/** Writes the list of one term, article by article in ascending order. */
export class PostingListWriter {
  #articles = new ByteWriter();
  #positions = new ByteWriter();
  #count = 0;
  #last = -1;

  /** Adds an article by the positions of the term in it. */
  add(article: number, positions: readonly number[]): void {
    const packed = new ByteWriter(32);
    let before = 0;
    let weight = 0;
    for (const position of positions) {
      packed.number(position - before);
      weight += weightAt(position);
      before = position;
    }
    this.#begin(article, weight);
    this.#positions.number(packed.length);
    this.#positions.append(packed);
  }

  /** Adds a list of another segment; `renumbered` gives the new number of each of its articles, or -1 to leave it out. */
  addList(list: Postings, renumbered: Int32Array): void {
    const reader = new ByteReader(list.bytes, list.start, list.end);
    const weights: number[] = [];
    const articles = readArticles(reader, weights);
    for (const [at, article] of articles.entries()) {
      const length = reader.number();
      const number = renumbered[article] ?? -1;
      if (number >= 0) {
        this.#begin(number, weights[at] ?? 0);
        this.#positions.number(length);
        this.#positions.bytes(reader.bytes, reader.at, reader.at + length);
      }
      reader.at += length;
    }
  }

  /** Appends the list to `writer`, unless it is empty, and begins the next one. */
  finish(writer: ByteWriter): void {
    if (this.#count > 0) {
      writer.number(this.#count);
      writer.append(this.#articles);
      writer.append(this.#positions);
    }
    this.#articles.clear();
    this.#positions.clear();
    this.#count = 0;
    this.#last = -1;
  }

  #begin(article: number, weight: number): void {
    this.#articles.number(article - this.#last - 1);
    this.#articles.number(weight);
    this.#last = article;
    this.#count += 1;
  }
}
