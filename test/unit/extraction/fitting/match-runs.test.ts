import { expect, test } from 'vitest';
import { matchRuns } from '../../../../scripts/extraction/fitting/match-runs.ts';

const match = (page: string, gold: string) => [...matchRuns(page.split(' '), gold.split(' '))].join('');

test('words count when they are in a passage of the gold answer', () => {
  expect(match('home news the old mill burnt down share', 'the old mill burnt down')).toBe('00111110');
  expect(match('burnt down news the mill', 'the old mill burnt down')).toBe('00000');
});

test('of a sentence that occurs twice, the one in its context counts', () => {
  expect(match('the old mill burnt ad ad the old mill burnt down in may', 'the old mill burnt down in may')).toBe(
    '0000001111111',
  );
});
