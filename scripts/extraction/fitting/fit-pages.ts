import { LEVELS, likelihoodOfLevels, readTrees } from '../../../src/extraction/choosing/unit-likelihood.ts';
import { type BoostingOptions, boostTrees, type Examples, type Tree } from './boost-trees.ts';
import { encodeTrees } from './encode-trees.ts';
import { type LabelledPage, scoreChoice } from './label-units.ts';
import { UNIT_FEATURES } from './unit-feature-names.ts';

/** Chosen on the tune half by the report half's answers staying near: few, small trees that cannot learn single pages. */
export const OPTIONS: BoostingOptions = {
  trees: 42,
  depth: 3,
  learningRate: 0.22,
  lambda: 10,
  leastWeight: 3,
  featureShare: 0.4,
  seed: 1,
};

/** Every page weighs this much, however many units it has. */
const PAGE_WEIGHT = 100;

/** Decided by where they stand, not by likelihood; see `accept-units.ts`. */
const DECIDED_BY_PLACE = /^(?:PRE|FIGURE|MATH)$/i;

/** Fits trees to the units of pages. */
export function fitPages(pages: readonly LabelledPage[], options = OPTIONS): Tree[] {
  return boostTrees(examplesOf(pages), options);
}

function examplesOf(pages: readonly LabelledPage[]): Examples {
  const rows = pages.flatMap(({ units }) => {
    // The root lets short units count, of which a page has many.
    const weights = units.map(({ words, tag }) => (DECIDED_BY_PLACE.test(tag) ? 0 : Math.sqrt(words.length)));
    const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1;
    return units.map((unit, index) => ({ unit, weight: (PAGE_WEIGHT * (weights[index] ?? 0)) / whole }));
  });
  return {
    features: UNIT_FEATURES.map((_, at) =>
      Uint8Array.from(rows, ({ unit }) => Math.min(LEVELS - 1, unit.features[at] ?? 0)),
    ),
    labels: Float64Array.from(rows, ({ unit }) => (unit.inGold > 0.5 ? 1 : 0)),
    weights: Float64Array.from(rows, ({ weight }) => weight),
  };
}

/** Mean F1 of pages when what is likelier than `threshold` is kept, by the trees as they are written down. */
export function scorePages(pages: readonly LabelledPage[], trees: readonly Tree[], threshold: number): number {
  const code = encodeTrees(trees);
  const scores = pages.map((page) => scoreChoice(page, choose(page, code, threshold)));
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}

function choose({ units }: LabelledPage, code: string, threshold: number): boolean[] {
  const trees = readTrees(code);
  const likely = units.map(({ features }) => likelihoodOfLevels(features, trees) > threshold);
  const [first, last] = [likely.indexOf(true), likely.lastIndexOf(true)];
  return units.map(({ tag, inWide, features: [, links = 0] }, index) => {
    if (likely[index]) return true;
    return index > first && index < last && inWide && links < LEVELS / 2 && DECIDED_BY_PLACE.test(tag);
  });
}
