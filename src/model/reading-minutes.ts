import { countByScript } from './count-words.ts';

/**
 * Silent reading of prose. Words: Brysbaert, "How many words do we read per minute?", Journal of Memory and Language
 * 109 (2019): 238 for English non-fiction, 260 characters for Chinese. Japanese, 357 characters, and the words of
 * other alphabets: Trauzettel-Klosinski and Dietz, "Standardized Assessment of Reading Performance", IOVS 53 (2012).
 */
const PER_MINUTE = { han: 260, japanese: 357, word: 238, arabicWord: 138, hebrewWord: 187, cyrillicWord: 184 };

/** A text is Japanese when at least this share of its Han and Kana is Kana. */
const JAPANESE_KANA_SHARE = 0.15;

/** Whole minutes an adult takes to read the text silently; at least 1. */
export function readingMinutes(text: string): number {
  const { han, kana, spaced, unspaced } = countByScript(text);
  const characters = han + kana;
  const perCharacter = kana > characters * JAPANESE_KANA_SHARE ? PER_MINUTE.japanese : PER_MINUTE.han;
  return Math.max(1, Math.round(characters / perCharacter + (spaced + unspaced) / wordsPerMinute(text)));
}

function wordsPerMinute(text: string): number {
  const sample = text.slice(0, 4_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const mostly = (script: RegExp) => (sample.match(script)?.length ?? 0) > letters / 2;
  if (mostly(/\p{Script=Arabic}/gu)) return PER_MINUTE.arabicWord;
  if (mostly(/\p{Script=Hebrew}/gu)) return PER_MINUTE.hebrewWord;
  if (mostly(/\p{Script=Cyrillic}/gu)) return PER_MINUTE.cyrillicWord;
  return PER_MINUTE.word;
}
