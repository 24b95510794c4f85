import { isAscii, patternFor } from '../../model/text/letters.ts';

/**
 * The Dice coefficient of the words of two titles (in Han and kana, of their characters): 1 when they have the same
 * words.
 */
export const agreement = (one: string, two: string): number => diceCoefficient(wordsOf(one), wordsOf(two));

/** The same, of the words of two texts, see `wordsOf`. */
export function diceCoefficient(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return (2 * shared) / (a.size + b.size || 1);
}

/** The words of a text without regard to case, in Han and kana its characters. */
export function wordsOf(text: string): Set<string> {
  const plain = (isAscii(text) ? text : text.normalize('NFKC')).toLowerCase();
  return new Set(plain.match(patternFor(plain, /[A-Za-z\dªµºÀ-ÖØ-öø-ỿ²³¹¼-¾]+/g, /[\p{sc=Han}ぁ-ヿ]|[\p{L}\p{N}]+/gu)));
}
