import { expect, test } from 'vitest';
import { type Growth, growthTable } from '../../../scripts/bench-growth/growth-table.ts';

const growth = (stage: string, times: number[]): Growth => ({
  stage,
  shape: 'rows',
  sizes: [100, 200, 400],
  times,
  longest: 0,
});

test('stages that were abandoned come first, even at the first size, and then the fastest growing', () => {
  const all = [
    growth('quick', [1, 1, 1]),
    growth('linear', [100, 200, 400]),
    growth('given up at once', []),
    growth('square', [100, 400, 1600]),
    growth('given up', [12_000]),
  ];
  const lines = growthTable(all).split('\n');
  expect(lines.map((line) => line.split('  ')[0])).toEqual([
    'given up',
    'given up at once',
    'square',
    'linear',
    'quick',
  ]);
  expect(lines[2]).toContain('× 4.0');
  expect(lines.map((line) => line.endsWith('given up'))).toEqual([true, true, false, false, false]);
});
