import type { Clause } from '../../model/search/parse-query.ts';
import { type BlockSource, findPostings } from './find-postings.ts';
import { matchClause } from './match-clause.ts';
import type { LoadedSegment } from './read-segments.ts';

/** Okapi BM25 with its usual constants (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009). */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;

/** An article of a segment, by its number there. */
export interface Ranked {
  segment: LoadedSegment;
  number: number;
  score: number;
}

export interface Ranking {
  /** Best first. Entries may be out of date: the caller checks their stamps. */
  ranked: Ranked[];
  /** A part of the index could not be read: its articles are missing. */
  damaged: boolean;
}

/**
 * A query: articles with all `clauses` and none of those in `without`. `tagged` has for each clause, of both in this
 * order, the articles with a tag that matches it; `among` bounds the results. These two may still be on their way: blocks
 * of the index are requested meanwhile.
 */
export interface RankQuery {
  clauses: Clause[];
  without: Clause[];
  tagged: Promise<ReadonlySet<string>[]>;
  among: Promise<ReadonlySet<string> | null>;
}

interface SegmentMatches {
  segment: LoadedSegment;
  articles: number[];
  /** For each clause the weights of `articles`. */
  weights: number[][];
  frequencies: number[];
}

/** All articles that have every clause, and none that is left out. */
export async function rankArticles(source: BlockSource, segments: LoadedSegment[], query: RankQuery): Promise<Ranking> {
  let damaged = false;
  const matches = await Promise.all(
    segments.map((segment) =>
      matchSegment(source, segment, query).catch((thrown) => {
        // A damaged part of the index hides its articles until the index is rebuilt; the others are found.
        if (!(thrown instanceof RangeError)) throw thrown;
        damaged = true;
        return null;
      }),
    ),
  );
  const whole = matches.filter((match) => match !== null);
  return { ranked: score(segments, whole, query.clauses, await query.among), damaged };
}

async function matchSegment(
  source: BlockSource,
  segment: LoadedSegment,
  { clauses, without, tagged: tagging }: RankQuery,
): Promise<SegmentMatches> {
  const postings = await Promise.all(
    [...clauses, ...without].map(({ terms, prefix, alone }) =>
      Promise.all(
        terms.map(({ term }, at) => findPostings(source, segment, term, prefix && !alone && at === terms.length - 1)),
      ),
    ),
  );
  const tagged = await tagging;
  const size = postings.map((lists) => lists.flat().reduce((sum, list) => sum + list.end - list.start, 0));
  const rarestFirst = clauses.map((_clause, at) => at).sort((a, b) => (size[a] ?? 0) - (size[b] ?? 0));
  let articles: number[] | null = null;
  const frequencies = clauses.map(() => 0);
  let weights: number[][] = clauses.map(() => []);
  const find = (clause: Clause, at: number, within: number[] | null) => {
    const withTag = [...(tagged[at] ?? [])].flatMap((id) => segment.numberOf(id) ?? []);
    return matchClause({ clause, postings: postings[at] ?? [], count: segment.count, within, tagged: withTag });
  };
  for (const at of rarestFirst) {
    const clause = clauses[at];
    if (!clause) continue;
    const found = find(clause, at, articles);
    frequencies[at] = found.frequency;
    weights = narrow(weights, articles, found.articles);
    weights[at] = found.weights;
    articles = found.articles;
  }
  for (const [index, clause] of without.entries()) {
    const out = new Set(find(clause, clauses.length + index, articles).articles);
    const left: number[] = (articles ?? []).filter((article) => !out.has(article));
    weights = narrow(weights, articles, left);
    articles = left;
  }
  return { segment, articles: articles ?? [], weights, frequencies };
}

/** Keeps the weights of the articles that are left; both lists of articles ascend. */
function narrow(weights: number[][], before: number[] | null, left: number[]): number[][] {
  if (!before || before.length === left.length) return weights;
  const kept = left.map(placesIn(before));
  return weights.map((ofClause) => (ofClause.length === 0 ? ofClause : kept.map((place) => ofClause[place] ?? 0)));
}

function placesIn(sorted: number[]): (wanted: number) => number {
  let at = 0;
  return (wanted) => {
    while ((sorted[at] ?? wanted) < wanted) at += 1;
    return at;
  };
}

function score(
  segments: LoadedSegment[],
  matches: SegmentMatches[],
  clauses: Clause[],
  among: ReadonlySet<string> | null,
): Ranked[] {
  const total = segments.reduce((sum, { count }) => sum + count, 0);
  const average = total > 0 ? segments.reduce((sum, { length }) => sum + length, 0) / total : 1;
  const rarity = clauses.map((_clause, at) => {
    const articles = Math.min(
      total,
      matches.reduce((sum, { frequencies }) => sum + (frequencies[at] ?? 0), 0),
    );
    return Math.log(1 + (total - articles + 0.5) / (articles + 0.5));
  });
  const ranked: Ranked[] = [];
  for (const { segment, articles, weights } of matches) {
    for (const [at, number] of articles.entries()) {
      if (among && !among.has(segment.ids[number] ?? '')) continue;
      const norm = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * (segment.lengths[number] ?? 0)) / average);
      let sum = 0;
      for (const [clause, ofClause] of weights.entries()) {
        const weight = ofClause[at] ?? 0;
        sum += ((rarity[clause] ?? 0) * weight * (SATURATION + 1)) / (weight + norm);
      }
      ranked.push({ segment, number, score: sum });
    }
  }
  return ranked.sort((a, b) => b.score - a.score);
}
