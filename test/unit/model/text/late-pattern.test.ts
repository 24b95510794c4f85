import { expect, test } from 'vitest';
import { latePattern } from '../../../../src/model/text/late-pattern.ts';

test('makes the pattern when it is asked for, and once', () => {
  const broken = latePattern('(', 'u');
  expect(() => broken()).toThrow(SyntaxError);
  const letter = latePattern(String.raw`^\p{L}$`, 'u');
  expect(letter().test('字')).toBe(true);
  expect(letter()).toBe(letter());
});
