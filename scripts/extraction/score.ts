import type { CorpusPage } from './corpus.ts';

export interface Overlap {
  precision: number;
  recall: number;
  f1: number;
}

/** Overlap of two texts as bags: of words, or of 4-character shingles for Chinese (see the corpus's README for both). */
export function scoreText(found: string, gold: string, subset: CorpusPage['subset']): Overlap {
  const split = subset === 'zh' ? shingles : wordsOf;
  const [ours, theirs] = [split(found), split(gold)];
  const common = countCommon(ours, theirs);
  const precision = ours.length === 0 ? 0 : common / ours.length;
  const recall = theirs.length === 0 ? 0 : common / theirs.length;
  return { precision, recall, f1: common === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** Titles are equal when their letters and digits are, whatever the case. */
export function sameTitle(found: string | null, gold: string | null): boolean {
  return lettersOf(found) === lettersOf(gold);
}

/** Names are compared without order, so "Jane Doe and Max Roe" equals "Max Roe, Jane Doe". */
export function sameByline(found: string | null, gold: string | null): boolean {
  const sorted = (names: string | null): string =>
    wordsOf(names ?? '')
      .filter((word) => !/^(by|and|with|von|par|por)$/.test(word))
      .sort()
      .join(' ');
  return sorted(found) === sorted(gold);
}

/** Dates are compared by their day as written. */
export function sameDay(found: string | null, gold: string | null): boolean {
  return (found ?? '').slice(0, 10) === (gold ?? '').slice(0, 10);
}

/** The words that the word F1 counts. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

const lettersOf = (text: string | null): string => (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function shingles(text: string): string[] {
  const characters = [...text.replace(/\s+/gu, '')];
  return characters.slice(0, -3).map((_, index) => characters.slice(index, index + 4).join(''));
}

/** Size of the overlap of two bags. */
export function countCommon(left: string[], right: string[]): number {
  const counts = new Map<string, number>();
  for (const item of left) counts.set(item, (counts.get(item) ?? 0) + 1);
  return right.filter((item) => {
    const count = counts.get(item) ?? 0;
    counts.set(item, count - 1);
    return count > 0;
  }).length;
}
