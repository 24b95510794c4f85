import { FIRST_CODE, LEAF_MIDDLE, LEAF_UNIT } from '../../../src/extraction/choosing/unit-likelihood.ts';
import type { Tree } from './boost-trees.ts';

/** The last character, `~`, is this number. */
const LARGEST = 126 - FIRST_CODE;

/** Writes trees as `likelihood` reads them; leaves are rounded. */
export function encodeTrees(trees: readonly Tree[]): string {
  return trees
    .map(({ features, levels, leaves }) => {
      const splits = features.flatMap((feature, index) => [feature, levels[index] ?? 0]);
      return String.fromCharCode(...[...splits, ...leaves.map(leafNumber)].map((number) => number + FIRST_CODE));
    })
    .join('');
}

const leafNumber = (leaf: number): number => Math.max(0, Math.min(LARGEST, Math.round(leaf / LEAF_UNIT) + LEAF_MIDDLE));

/** The source file that holds the trees, one tree a line. */
export function treesModule(trees: readonly Tree[], how: string): string {
  const lines = trees.map((tree) => `  '${encodeTrees([tree]).replace(/[\\']/g, '\\$&')}'`);
  return `/** Written by \`npm run fit:extraction\`: ${how}. For the notation see \`likelihood\`. */\nexport const UNIT_TREES =\n${lines.join(' +\n')};\n`;
}
