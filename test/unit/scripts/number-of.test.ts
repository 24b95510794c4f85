import { expect, test } from 'vitest';
import { numberOf } from '../../../scripts/number-of.ts';

test('one of a thing is not told as many', () => {
  expect([0, 1, 2].map((count) => numberOf(count, 'page'))).toEqual(['0 pages', '1 page', '2 pages']);
  expect([1, 2].map((count) => numberOf(count, 'library', 'libraries'))).toEqual(['1 library', '2 libraries']);
});
