import { expect, test } from 'vitest';
import { hasEastAsianText } from '../../../../../src/ui/reader/article/has-east-asian-text.ts';

test.each([
  ['<p>今天</p>', true],
  ['かな', true],
  ['한글', true],
  ['<p>“Quotes” · and — dashes, naïve, Ελληνικά, العربية</p>', false],
])('%s: %s', (text, expected) => {
  expect(hasEastAsianText(text)).toBe(expected);
});
