import { LEVELS } from '../../../src/extraction/choosing/unit-likelihood.ts';

/** A table of examples: `features[f][i]` is feature `f` of example `i`, as a small whole number below `LEVELS`. */
export interface Examples {
  features: readonly Uint8Array[];
  /** Wanted answer of each example, 0 to 1. */
  labels: Float64Array;
  weights: Float64Array;
}

export interface BoostingOptions {
  trees: number;
  depth: number;
  learningRate: number;
  /** Regularisation of the leaves (L2), in units of weight. */
  lambda: number;
  /** Least weight (second derivative) in a leaf. */
  leastWeight: number;
  /** Part of the features that each tree may use. */
  featureShare: number;
  seed: number;
}

/** A complete binary tree: split `i` has the children `2i + 1` and `2i + 2`; an example goes right when its feature is above the level. */
export interface Tree {
  features: number[];
  levels: number[];
  leaves: number[];
}

/**
 * Fits trees to the logistic loss by gradient boosting with second derivatives (Friedman 2001; Chen and Guestrin 2016,
 * https://arxiv.org/abs/1603.02754). The same examples, options and seed give the same trees.
 */
export function boostTrees(examples: Examples, options: BoostingOptions): Tree[] {
  const random = seeded(options.seed);
  const margins = new Float64Array(examples.labels.length);
  const trees: Tree[] = [];
  for (let round = 0; round < options.trees; round++) {
    const allowed = examples.features.map((_, index) => index).filter(() => random() < options.featureShare);
    const tree = growTree(examples, margins, allowed, options);
    addTree(tree, examples, margins);
    trees.push(tree);
  }
  return trees;
}

/** Sums the leaves that an example falls into: the logarithm of its odds. */
export function sumTrees(trees: readonly Tree[], features: readonly Uint8Array[], example: number): number {
  let sum = 0;
  for (const tree of trees) sum += tree.leaves[leafOf(tree, features, example)] ?? 0;
  return sum;
}

function leafOf({ features: split, levels }: Tree, features: readonly Uint8Array[], example: number): number {
  let node = 0;
  while (node < split.length) {
    const value = features[split[node] ?? 0]?.[example] ?? 0;
    node = 2 * node + (value > (levels[node] ?? 0) ? 2 : 1);
  }
  return node - split.length;
}

function addTree(tree: Tree, { features }: Examples, margins: Float64Array): void {
  for (let example = 0; example < margins.length; example++)
    margins[example] = (margins[example] ?? 0) + (tree.leaves[leafOf(tree, features, example)] ?? 0);
}

function growTree(examples: Examples, margins: Float64Array, allowed: number[], options: BoostingOptions): Tree {
  const { labels, weights, features } = examples;
  const count = labels.length;
  const gradient = new Float64Array(count);
  const hessian = new Float64Array(count);
  for (let example = 0; example < count; example++) {
    const chance = 1 / (1 + Math.exp(-(margins[example] ?? 0)));
    const weight = weights[example] ?? 0;
    gradient[example] = (chance - (labels[example] ?? 0)) * weight;
    hessian[example] = chance * (1 - chance) * weight;
  }
  const tree: Tree = { features: [], levels: [], leaves: [] };
  const node = new Uint8Array(count);
  for (let depth = 0; depth < options.depth; depth++) {
    const splits = bestSplits(2 ** depth, node, gradient, hessian, features, allowed, options);
    for (const { feature, level } of splits) {
      tree.features.push(feature);
      tree.levels.push(level);
    }
    for (let example = 0; example < count; example++) {
      const at = node[example] ?? 0;
      const { feature, level } = splits[at] ?? NO_SPLIT;
      node[example] = 2 * at + ((features[feature]?.[example] ?? 0) > level ? 1 : 0);
    }
  }
  tree.leaves = leafValues(2 ** options.depth, node, gradient, hessian, options);
  return tree;
}

const NO_SPLIT = { feature: 0, level: LEVELS - 1, gain: 0 };

function bestSplits(
  nodes: number,
  node: Uint8Array,
  gradient: Float64Array,
  hessian: Float64Array,
  features: readonly Uint8Array[],
  allowed: readonly number[],
  options: BoostingOptions,
): (typeof NO_SPLIT)[] {
  const best = Array.from({ length: nodes }, () => ({ ...NO_SPLIT }));
  const sums = new Float64Array(nodes * LEVELS);
  const curvatures = new Float64Array(nodes * LEVELS);
  for (const feature of allowed) {
    const column = features[feature] as Uint8Array;
    sums.fill(0);
    curvatures.fill(0);
    for (let example = 0; example < column.length; example++) {
      const cell = (node[example] as number) * LEVELS + (column[example] as number);
      sums[cell] = (sums[cell] as number) + (gradient[example] as number);
      curvatures[cell] = (curvatures[cell] as number) + (hessian[example] as number);
    }
    for (let at = 0; at < nodes; at++) {
      const cells: [number, number] = [at * LEVELS, (at + 1) * LEVELS];
      const { level, gain } = bestLevel(sums.subarray(...cells), curvatures.subarray(...cells), options);
      if (gain > (best[at]?.gain ?? 0)) best[at] = { feature, level, gain };
    }
  }
  return best;
}

/** The level that parts one node's examples best, by their sums per level. */
function bestLevel(
  sums: Float64Array,
  curvatures: Float64Array,
  { lambda, leastWeight }: BoostingOptions,
): { level: number; gain: number } {
  const total = sums.reduce((all, one) => all + one, 0);
  const curvature = curvatures.reduce((all, one) => all + one, 0);
  const whole = (total * total) / (curvature + lambda);
  const best = { level: LEVELS - 1, gain: 0 };
  let [left, leftCurvature] = [0, 0];
  for (let level = 0; level < LEVELS - 1; level++) {
    left += sums[level] as number;
    leftCurvature += curvatures[level] as number;
    const rightCurvature = curvature - leftCurvature;
    if (leftCurvature < leastWeight || rightCurvature < leastWeight) continue;
    const right = total - left;
    const gain = (left * left) / (leftCurvature + lambda) + (right * right) / (rightCurvature + lambda) - whole;
    if (gain > best.gain) Object.assign(best, { level, gain });
  }
  return best;
}

function leafValues(
  leaves: number,
  node: Uint8Array,
  gradient: Float64Array,
  hessian: Float64Array,
  { lambda, learningRate }: BoostingOptions,
): number[] {
  const sums = new Float64Array(leaves);
  const curvatures = new Float64Array(leaves);
  node.forEach((at, example) => {
    sums[at] = (sums[at] ?? 0) + (gradient[example] ?? 0);
    curvatures[at] = (curvatures[at] ?? 0) + (hessian[example] ?? 0);
  });
  return Array.from(sums, (sum, at) => (-learningRate * sum) / ((curvatures[at] ?? 0) + lambda));
}

/** Mulberry32: small and the same everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
