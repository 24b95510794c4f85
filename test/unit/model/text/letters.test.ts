import { expect, test } from 'vitest';
import { countLetters, hasLetter, letterRuns, lettersAndDigits } from '../../../../src/model/text/letters.ts';

const TEXTS = [
  'The keeper carried oil up 91 steps, “twice a night” — it cost €5.',
  'Müßige Größen: ½ Straße, 3³ = 27, nº 5, 1ª',
  'Đường phố và những người được Ǆ ỿ',
  'e\u0301te\u0301',
  'Τα φώτα, 灯塔 2022 年, مرحبا, हिन्दी',
  '↩ ⏎ № ™ ℓ ① ❶ ﬁ',
  '',
];

test.each(TEXTS)('the short ranges agree with Unicode for %s', (text) => {
  expect(lettersAndDigits(text)).toBe(text.replace(/[^\p{L}\p{N}]+/gu, ''));
  expect(countLetters(text)).toBe(text.match(/\p{L}/gu)?.length ?? 0);
  expect(letterRuns(text)).toEqual([...(text.match(/\p{L}+/gu) ?? [])]);
  expect(hasLetter(text)).toBe(/\p{L}/u.test(text));
});

test('the ranges of Latin letters and digits are those of Unicode, character by character', () => {
  for (let code = 0; code < 0x2400; code++) {
    const text = String.fromCharCode(code);
    expect(lettersAndDigits(text), `U+${code.toString(16)}`).toBe(text.replace(/[^\p{L}\p{N}]+/gu, ''));
  }
});
