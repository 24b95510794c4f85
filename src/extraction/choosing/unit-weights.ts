import type { UnitFeatures } from './unit-features.ts';

export const UNIT_WEIGHTS = {
  bias: -1.44,
  length: 1.16,
  linkShare: -0.93,
  wholeLink: -0.39,
  heading: 1.14,
  h1: -0.58,
  list: 0.57,
  paragraph: 1.0,
  sentence: 0.95,
  prose: -0.04,
  commas: 0.67,
  phrase: -1.03,
  kept: 0.42,
  keptHeading: 0.52,
  parentKept: -0.43,
  inContainer: 0.8,
  far: -0.87,
  inWide: 0.45,
  parentMass: 0.99,
  jsonMiss: -0.67,
  contentName: 0.51,
  boilerplateName: -0.41,
  aside: -0.49,
  repeated: 1.0,
  cards: -0.41,
  beforeFirst: -0.67,
  afterLast: -0.7,
  gapAfter: -0.64,
  position: -1.13,
  prevKept: 0.27,
  nextKept: 0.29,
  prevProse: 0.26,
  nextLink: -0.57,
  nextLength: 0.54,
} as const;

export type UnitFeature = keyof typeof UNIT_WEIGHTS;

const ENTRIES = Object.entries(UNIT_WEIGHTS) as [UnitFeature, number][];

/** How likely a unit belongs to the article, 0 to 1. */
export function likelihood(features: UnitFeatures): number {
  let sum = 0;
  for (const [name, weight] of ENTRIES) sum += weight * (features[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
