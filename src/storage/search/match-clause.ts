import type { Clause } from '../../model/search/parse-query.ts';
import { addPositions, addWeights, type Postings, weightAt } from './posting-list.ts';

/** Weight of a longer word that only begins with the term. */
const LONGER_WORD = 0.4;
const TAG_WEIGHT = 8;
const FEW_POSITIONS = 16;

/** Articles of one segment by number, in ascending order. */
interface ClauseMatches {
  articles: number[];
  /** Weighted occurrences, one for each article. */
  weights: number[];
  /** Articles with the clause's rarest term, for the weight of the clause as a whole. */
  frequency: number;
}

interface ClauseSearch {
  clause: Clause;
  /** The postings of each term of the clause. */
  postings: Postings[][];
  /** Articles in the segment. */
  count: number;
  /** The articles that other clauses left, ascending; null for all. */
  within: readonly number[] | null;
  /** Articles with a tag that matches the clause. */
  tagged: readonly number[];
}

/** Finds one clause's articles among those that are `within`. Throws `RangeError` when a posting list is damaged. */
export function matchClause(search: ClauseSearch): ClauseMatches {
  const weights = new Float32Array(search.count);
  const frequency = search.clause.terms.length === 1 ? weighTerm(search, weights) : weighPhrase(search, weights);
  for (const article of search.tagged) weights[article] = (weights[article] ?? 0) + TAG_WEIGHT;
  const matches: ClauseMatches = { articles: [], weights: [], frequency: Math.max(frequency, search.tagged.length) };
  const take = (article: number): void => {
    const weight = weights[article] ?? 0;
    if (weight === 0) return;
    matches.articles.push(article);
    matches.weights.push(weight);
  };
  if (search.within) for (const article of search.within) take(article);
  else for (let article = 0; article < search.count; article += 1) take(article);
  return matches;
}

/** Gives the number of articles that have the term. */
function weighTerm({ clause, postings: [lists = []] }: ClauseSearch, weights: Float32Array): number {
  const wanted = clause.terms[0]?.term;
  for (const list of lists) addWeights(list, weights, list.term === wanted ? 1 : LONGER_WORD);
  let frequency = 0;
  for (const weight of weights) if (weight > 0) frequency += 1;
  return frequency;
}

/** Finds the articles with every term first, and looks at positions in these alone. */
function weighPhrase({ clause, postings, count, within }: ClauseSearch, weights: Float32Array): number {
  const sizes = postings.map((lists) => lists.reduce((sum, list) => sum + list.end - list.start, 0));
  const order = clause.terms.map((_term, index) => index).sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0));
  const sorted = order.map((index) => postings[index] ?? []);
  const { articles, frequency } = articlesWithAll(sorted, count, within);
  if (articles.length === 0) return frequency;
  const slots = new Int32Array(count).fill(-1);
  for (const [slot, article] of articles.entries()) slots[article] = slot;
  let starts: number[][] | null = null;
  for (const index of order) {
    const found: number[][] = articles.map(() => []);
    for (const list of postings[index] ?? []) addPositions(list, slots, clause.terms[index]?.at ?? 0, found);
    starts = starts ? starts.map((positions, slot) => keepCommon(positions, found[slot] ?? [])) : found;
  }
  for (const [slot, article] of articles.entries()) {
    for (const position of starts?.[slot] ?? []) weights[article] = (weights[article] ?? 0) + weightAt(position);
  }
  return frequency;
}

/** The articles with all of these terms, rarest first, and the number of articles with the rarest. */
function articlesWithAll(terms: Postings[][], count: number, within: readonly number[] | null) {
  let articles = within;
  let frequency: number | null = null;
  const has = new Float32Array(count);
  for (const lists of terms) {
    has.fill(0);
    for (const list of lists) addWeights(list, has, 1);
    frequency ??= has.reduce((sum, weight) => sum + (weight > 0 ? 1 : 0), 0);
    articles = articles ? articles.filter((article) => has[article] !== 0) : numbersOf(has);
    if (articles.length === 0) break;
  }
  return { articles: articles ?? [], frequency: frequency ?? 0 };
}

function numbersOf(has: Float32Array): number[] {
  const numbers: number[] = [];
  for (const [article, weight] of has.entries()) if (weight > 0) numbers.push(article);
  return numbers;
}

function keepCommon(before: number[], found: number[]): number[] {
  // A set pays only for a long list; most articles have a pair of characters a few times.
  const many = before.length > FEW_POSITIONS ? new Set(before) : null;
  return found.filter((position) => (many ? many.has(position) : before.includes(position)));
}
