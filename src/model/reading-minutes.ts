import { countByScript } from './count-words.ts';
import { countLetters } from './letters.ts';
import { SPOKEN_PER_MINUTE as ALOUD } from './spoken-per-minute.ts';

/** Words a minute of English non-fiction, silently: Brysbaert, "How many words do we read per minute?", JML 109 (2019). */
const SILENT_WORD = 238;
const SILENTLY = SILENT_WORD / ALOUD.word;

/** The blocks from Cyrillic on: of the scripts that have a speed of their own, and others. */
const BEYOND_LATIN_AND_GREEK = /[\u0400-\u1dff\ufb00-\uffff]/;

/** A text is Japanese when at least this share of its Han and Kana is Kana. */
const JAPANESE_KANA_SHARE = 0.15;

/** Whole minutes an adult takes to read the text silently; at least 1. */
export function readingMinutes(text: string): number {
  const { han, kana, spaced, unspaced } = countByScript(text);
  const characters = han + kana;
  const perCharacter = kana > characters * JAPANESE_KANA_SHARE ? ALOUD.japanese : ALOUD.han;
  return Math.max(1, Math.round(characters / (perCharacter * SILENTLY) + (spaced + unspaced) / wordsPerMinute(text)));
}

function wordsPerMinute(text: string): number {
  const sample = text.slice(0, 4_000);
  if (!BEYOND_LATIN_AND_GREEK.test(sample)) return SILENT_WORD;
  const letters = countLetters(sample);
  const mostly = (script: RegExp) => (sample.match(script)?.length ?? 0) > letters / 2;
  if (mostly(/\p{sc=Arabic}/gu)) return ALOUD.arabicWord * SILENTLY;
  if (mostly(/\p{sc=Hebrew}/gu)) return ALOUD.hebrewWord * SILENTLY;
  if (mostly(/\p{sc=Cyrillic}/gu)) return ALOUD.cyrillicWord * SILENTLY;
  return SILENT_WORD;
}
