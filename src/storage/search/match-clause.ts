import type { Clause } from '../../model/search/parse-query.ts';
import { ByteReader } from './byte-writer.ts';
import type { Postings } from './find-postings.ts';
import { FIELD_START } from './make-index-entry.ts';

/** How much one occurrence counts by the field it is in. */
const TITLE_WEIGHT = 8;
const SITE_WEIGHT = 3;
const BODY_WEIGHT = 1;
/** A longer word that only begins with what was asked. */
const LONGER_WORD = 0.4;
const FEW_POSITIONS = 16;

export interface ClauseMatches {
  /** Weighted occurrences by number of the article in the segment; only articles that were `within`. */
  weights: Map<number, number>;
  /** Articles with the clause's rarest term, for the weight of the clause as a whole. */
  articles: number;
}

/** Finds one clause's articles; `postings` are those of each of its terms, `within` the articles other clauses left. */
export function matchClause(
  clause: Clause,
  postings: Postings[][],
  within: ReadonlyMap<number, unknown> | null,
): ClauseMatches {
  const [only = []] = postings;
  return clause.terms.length === 1
    ? matchTerm(clause.terms[0]?.term ?? '', only, within)
    : matchPhrase(clause, postings, within);
}

function matchTerm(wanted: string, postings: Postings[], within: ReadonlyMap<number, unknown> | null): ClauseMatches {
  const weights = new Map<number, number>();
  let articles = 0;
  for (const list of postings) {
    const factor = list.term === wanted ? 1 : LONGER_WORD;
    eachArticle(list, (article, reader, end) => {
      articles += 1;
      if (within && !within.has(article)) return;
      let weight = 0;
      for (let position = 0; reader.at < end; ) {
        position += reader.number();
        weight += weightAt(position);
      }
      weights.set(article, (weights.get(article) ?? 0) + weight * factor);
    });
  }
  return { weights, articles };
}

function matchPhrase(
  clause: Clause,
  postings: Postings[][],
  within: ReadonlyMap<number, unknown> | null,
): ClauseMatches {
  let starts: Map<number, number[]> | null = null;
  let articles = Number.POSITIVE_INFINITY;
  const sizes = postings.map((lists) => lists.reduce((sum, list) => sum + list.end - list.start, 0));
  const order = clause.terms.map((_term, index) => index).sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0));
  for (const index of order) {
    const at = clause.terms[index]?.at ?? 0;
    const found: Map<number, number[]> = startsOf(postings[index] ?? [], at, starts ?? within);
    if (starts === null) articles = found.size;
    starts = starts === null ? found : keepCommon(starts, found);
  }
  const weights = new Map<number, number>();
  for (const [article, list] of starts ?? []) {
    weights.set(
      article,
      list.reduce((sum, position) => sum + weightAt(position), 0),
    );
  }
  return { weights, articles };
}

/** Where the phrase would begin, by article. */
function startsOf(lists: Postings[], at: number, within: ReadonlyMap<number, unknown> | null): Map<number, number[]> {
  const starts = new Map<number, number[]>();
  for (const list of lists) {
    eachArticle(list, (article, reader, end) => {
      if (within && !within.has(article)) return;
      const positions = starts.get(article) ?? [];
      for (let position = 0; reader.at < end; ) {
        position += reader.number();
        positions.push(position - at);
      }
      starts.set(article, positions);
    });
  }
  return starts;
}

function keepCommon(before: Map<number, number[]>, found: Map<number, number[]>): Map<number, number[]> {
  const common = new Map<number, number[]>();
  for (const [article, positions] of found) {
    const earlier = before.get(article) ?? [];
    // A set is worth its making only for a long list; most articles have a pair of characters a few times.
    const many = earlier.length > FEW_POSITIONS ? new Set(earlier) : null;
    const both = positions.filter((position) => (many ? many.has(position) : earlier.includes(position)));
    if (both.length > 0) common.set(article, both);
  }
  return common;
}

function eachArticle(list: Postings, visit: (article: number, reader: ByteReader, end: number) => void): void {
  const reader = new ByteReader(list.bytes, list.start, list.end);
  let article = -1;
  while (reader.at < reader.end) {
    article += reader.number() + 1;
    const length = reader.number();
    const end = reader.at + length;
    visit(article, reader, end);
    reader.at = end;
  }
}

function weightAt(position: number): number {
  if (position >= FIELD_START.body) return BODY_WEIGHT;
  return position >= FIELD_START.site ? SITE_WEIGHT : TITLE_WEIGHT;
}
