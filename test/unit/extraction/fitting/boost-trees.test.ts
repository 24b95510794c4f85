import { expect, test } from 'vitest';
import { boostTrees, type Examples, seeded, sumTrees } from '../../../../scripts/extraction/fitting/boost-trees.ts';
import { encodeTrees } from '../../../../scripts/extraction/fitting/encode-trees.ts';
import { OPTIONS } from '../../../../scripts/extraction/fitting/fit-pages.ts';
import { likelihoodOfLevels, readTrees } from '../../../../src/extraction/choosing/unit-likelihood.ts';

/** Long texts are wanted unless they are links; a third feature is noise. */
function makeExamples(): Examples {
  const random = seeded(7);
  const rows = Array.from({ length: 2000 }, () => Array.from({ length: 3 }, () => Math.floor(random() * 64)));
  return {
    features: [0, 1, 2].map((at) => Uint8Array.from(rows, (row) => row[at] ?? 0)),
    labels: Float64Array.from(rows, ([length = 0, links = 0]) => (length > 20 && links < 30 ? 1 : 0)),
    weights: new Float64Array(rows.length).fill(1),
  };
}

const few = { ...OPTIONS, trees: 30, featureShare: 1 };

test('trees learn a rule, and the same seed gives the same trees', () => {
  const examples = makeExamples();
  const trees = boostTrees(examples, few);
  const right = Array.from(
    examples.labels,
    (label, index) => sumTrees(trees, examples.features, index) > 0 === label > 0.5,
  );
  expect(right.filter(Boolean).length).toBeGreaterThan(1980);
  expect(boostTrees(examples, few)).toEqual(trees);
});

test('the extension reads trees as they were fitted', () => {
  const examples = makeExamples();
  const trees = boostTrees(examples, few);
  const code = encodeTrees(trees);
  for (let index = 0; index < 200; index++) {
    const levels = examples.features.map((column) => column[index] ?? 0);
    const fitted = 1 / (1 + Math.exp(-sumTrees(trees, examples.features, index)));
    expect(Math.abs(likelihoodOfLevels(levels, readTrees(code)) - fitted)).toBeLessThan(0.05);
  }
});
