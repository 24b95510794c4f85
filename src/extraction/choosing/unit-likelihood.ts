import type { UnitFeatures } from './unit-features.ts';
import { UNIT_TREES } from './unit-trees.ts';

/** Features are compared in `LEVELS` steps from 0 to 1. Leaves count in steps of `LEAF_UNIT` from `LEAF_MIDDLE`. */
export const LEVELS = 64;
export const LEAF_UNIT = 0.03;
export const LEAF_MIDDLE = 43;

/** Numbers are written as characters from `(` on. */
export const FIRST_CODE = 40;

/** Splits and leaves of each tree: complete binary trees of this depth. */
const DEPTH = 3;
const SPLITS = 2 ** DEPTH - 1;
const SIZE = 2 * SPLITS + SPLITS + 1;

/** The step, 0 to 63, that a feature stands on. */
export const levelOf = (value: number): number => Math.min(LEVELS - 1, Math.floor(value * LEVELS));

/** The characters of trees as numbers, for `likelihoodOfLevels`. */
export const readTrees = (trees: string): Uint8Array =>
  Uint8Array.from(trees, (character) => character.charCodeAt(0) - FIRST_CODE);

/** Every unit of a page asks for them. */
const TREES = readTrees(UNIT_TREES);

/**
 * How likely a unit belongs to the article, 0 to 1: the sum of `UNIT_TREES` through the logistic function. A tree is
 * seven pairs of feature and level, and eight leaves; above the level the right child is next.
 */
export const likelihood = (features: UnitFeatures): number => likelihoodOfLevels(features.map(levelOf), TREES);

/** The same for features already in steps, and for any trees. */
export function likelihoodOfLevels(levels: readonly number[], trees: Uint8Array): number {
  let sum = 0;
  for (let tree = 0; tree < trees.length; tree += SIZE) {
    // Twice the number of a node, which is where its pair stands. The code runs cold, so every step counts.
    let at = 0;
    while (at < 2 * SPLITS) {
      const feature = trees[tree + at] as number;
      at = 2 * at + ((levels[feature] as number) > (trees[tree + at + 1] as number) ? 4 : 2);
    }
    sum += ((trees[tree + SPLITS + at / 2] as number) - LEAF_MIDDLE) * LEAF_UNIT;
  }
  return 1 / (1 + Math.exp(-sum));
}
