import { expect, test } from 'vitest';
import { textDirection } from '../../../../src/model/text/text-direction.ts';

test.each([
  ['ar', 'rtl'],
  ['ar-EG', 'rtl'],
  ['he', 'rtl'],
  ['ur', 'rtl'],
  ['az-Arab', 'rtl'],
  ['az', 'ltr'],
  ['en', 'ltr'],
  ['zh-TW', 'ltr'],
])('%s runs %s', (tag, direction) => {
  expect(textDirection(tag)).toBe(direction);
});
