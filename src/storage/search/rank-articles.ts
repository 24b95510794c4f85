import type { Clause } from '../../model/search/parse-query.ts';
import type { LibraryDatabase } from '../library-schema.ts';
import { findPostings } from './find-postings.ts';
import { matchClause } from './match-clause.ts';
import type { LoadedSegment } from './read-segments.ts';
import type { SegmentDocument } from './segment.ts';

/** Okapi BM25 with its usual constants (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009). */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;

export interface Ranked {
  document: SegmentDocument;
  score: number;
}

interface SegmentMatches {
  segment: LoadedSegment;
  /** Number of the article in the segment → weight of each clause. */
  weights: Map<number, number[]>;
  articles: number[];
}

/** All articles that have every clause, best first. Entries may be out of date: the caller checks their stamps. */
export async function rankArticles(
  database: LibraryDatabase,
  segments: LoadedSegment[],
  clauses: Clause[],
): Promise<Ranked[]> {
  const matches = await Promise.all(
    segments.map((segment) => matchSegment(database, segment, clauses).catch((thrown) => skipDamaged(segment, thrown))),
  );
  let total = 0;
  let length = 0;
  for (const { documents } of segments) {
    total += documents.length;
    for (const document of documents) length += document.length;
  }
  const average = total > 0 ? length / total : 1;
  const rarity = clauses.map((_clause, at) => {
    const articles = Math.min(
      total,
      matches.reduce((sum, match) => sum + (match.articles[at] ?? 0), 0),
    );
    return Math.log(1 + (total - articles + 0.5) / (articles + 0.5));
  });
  const ranked: Ranked[] = [];
  for (const { segment, weights } of matches) {
    for (const [number, ofClauses] of weights) {
      const document = segment.documents[number];
      if (!document) continue;
      const norm = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * document.length) / average);
      let score = 0;
      for (const [at, weight] of ofClauses.entries()) {
        score += ((rarity[at] ?? 0) * weight * (SATURATION + 1)) / (weight + norm);
      }
      ranked.push({ document, score });
    }
  }
  return ranked.sort((a, b) => b.score - a.score);
}

/** A damaged part of the index hides its articles until `tidyIndex` mends it; the others are found. */
function skipDamaged(segment: LoadedSegment, thrown: unknown): SegmentMatches {
  if (thrown instanceof RangeError) return { segment, weights: new Map(), articles: [] };
  throw thrown;
}

async function matchSegment(
  database: LibraryDatabase,
  segment: LoadedSegment,
  clauses: Clause[],
): Promise<SegmentMatches> {
  const postings = await Promise.all(
    clauses.map(({ terms, prefix }) =>
      Promise.all(
        terms.map(({ term }, at) => findPostings(database, segment, term, prefix && at === terms.length - 1)),
      ),
    ),
  );
  const size = postings.map((lists) => lists.flat().reduce((sum, list) => sum + list.end - list.start, 0));
  const rarestFirst = clauses.map((_clause, at) => at).sort((a, b) => (size[a] ?? 0) - (size[b] ?? 0));
  const articles = clauses.map(() => 0);
  let weights: Map<number, number[]> | null = null;
  for (const at of rarestFirst) {
    const clause = clauses[at];
    if (!clause) continue;
    const found = matchClause(clause, postings[at] ?? [], weights);
    articles[at] = Number.isFinite(found.articles) ? found.articles : 0;
    const narrowed: Map<number, number[]> = new Map();
    for (const [article, weight] of found.weights) {
      const ofClauses = weights?.get(article) ?? clauses.map(() => 0);
      ofClauses[at] = weight;
      narrowed.set(article, ofClauses);
    }
    weights = narrowed;
  }
  return { segment, weights: weights ?? new Map(), articles };
}
