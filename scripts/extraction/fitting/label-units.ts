import { countCommon, wordsOf } from '../score.ts';
import { matchRuns } from './match-runs.ts';
import type { ListedUnit } from './read-units.iife.ts';

/** A page as the fitting sees it. */
export interface FittingPage {
  id: string;
  half: 'tune' | 'report';
  subset: string;
  gold: string;
  units: ListedUnit[];
}

/** A unit with the share of its words that stand in the gold answer, in passages. */
interface LabelledUnit extends ListedUnit {
  words: string[];
  inGold: number;
}

export type LabelledPage = Omit<FittingPage, 'units' | 'gold'> & { gold: string[]; units: LabelledUnit[] };

/** Says of each unit how much of it is in the gold answer. */
export function labelUnits({ id, half, subset, gold, units }: FittingPage): LabelledPage {
  const words = units.map(({ text }) => wordsOf(text));
  const goldWords = wordsOf(gold);
  const matched = matchRuns(words.flat(), goldWords);
  let start = 0;
  const labelled = units.map((unit, index): LabelledUnit => {
    const own = words[index] ?? [];
    const count = matched.subarray(start, start + own.length).reduce((sum, one) => sum + one, 0);
    start += own.length;
    return { ...unit, words: own, inGold: own.length === 0 ? 0 : count / own.length };
  });
  return { id, half, subset, gold: goldWords, units: labelled };
}

/** F1 of a choice of units, as the benchmark counts it. */
export function scoreChoice({ gold, units }: LabelledPage, kept: readonly boolean[]): number {
  const found = units.flatMap(({ words }, index) => (kept[index] ? words : []));
  return found.length + gold.length === 0 ? 0 : (2 * countCommon(found, gold)) / (found.length + gold.length);
}
