import { expect, test } from 'vitest';
import { countWords, readingMinutes } from '../../../../src/model/text/count-words.ts';

test.each([
  ['One doesn’t simply walk, e.g. at 3.5 km/h.', 9],
  ['重庆与百度走到了一起。', 10],
  ['百度在 2022 年推出 Apollo。', 8],
  ['カタカナとひらがな、漢字', 11],
  ['한국어는 띄어쓰기를 합니다', 3],
  ['ภาษาไทยไม่มีช่องว่าง', 5],
  ['مرحبا بالعالم الكبير', 3],
  ['', 0],
])('%s has %i words', (text, words) => {
  expect(countWords(text)).toBe(words);
});

test('reading minutes depend on the script', () => {
  expect(readingMinutes('word '.repeat(2380))).toBe(10);
  expect(readingMinutes('字'.repeat(3316))).toBe(10);
  expect(readingMinutes('かな'.repeat(2322))).toBe(10);
  expect(readingMinutes('short')).toBe(1);
});

test('words of each script take as long as they take those who read it', () => {
  expect(readingMinutes('كلمة '.repeat(1795))).toBe(10);
  expect(readingMinutes('מילה '.repeat(12_160))).toBe(50);
  expect(readingMinutes('слово '.repeat(47_860))).toBe(200);
  expect(readingMinutes('ภาษาไทยไม่มีช่องว่าง '.repeat(476))).toBe(10);
  expect(readingMinutes('한국어는 '.repeat(2380))).toBe(10);
  // A name in another script does not make the text one in that script.
  expect(readingMinutes(`${'word '.repeat(47_600)}слово`)).toBe(200);
});
