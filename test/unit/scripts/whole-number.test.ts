import { expect, test } from 'vitest';
import { wholeNumber } from '../../../scripts/whole-number.ts';

test('a whole number is accepted', () => {
  expect(wholeNumber('batch', '50', 1)).toBe(50);
  expect(wholeNumber('gigabytes', '0', 0)).toBe(0);
});

test.each(['x', '', ' ', '0', '-1', '1.5', 'Infinity', '1e99'])(
  '%j is refused, with the name of the option',
  (text) => {
    expect(() => wholeNumber('batch', text, 1)).toThrow(`--batch wants a whole number from 1 on, not "${text}"`);
  },
);
