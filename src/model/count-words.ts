import { patternFor } from './letters.ts';

/** What one counts in a text: characters of Han and Kana, words of everything else. */
interface WordCounts {
  han: number;
  kana: number;
  /** Words of scripts that put spaces between them, and of Hangul. */
  spaced: number;
  /** Words of Thai, Lao, Khmer and Burmese, which are written without spaces. */
  unspaced: number;
}

const HAN = /\p{sc=Han}/gu;
const KANA = /[\p{sc=Hiragana}\p{sc=Katakana}ー]/gu;
const UNSPACED_RUN = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+/gu;
const LATIN_WORD = /[A-Za-z\dªµºÀ-ÖØ-öø-ʯḀ-ỿ²³¹¼-¾][A-Za-z\dªµºÀ-ÖØ-öø-ʯḀ-ỿ²³¹¼-¾'’\-_.]*/g;
const SPACED_WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\-_.]*/gu;

/** The blocks of Thai, Lao, Burmese and Khmer, and those from the radicals of Han on. */
const OTHER_THAN_SPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\u2e80-\uffff]/;

/** Counts by script. A pattern, not a segmenter, except where a script has no spaces: it is 30 times as fast. */
export function countByScript(text: string): WordCounts {
  if (last?.text !== text) last = { text, counts: countAfresh(text) };
  return last.counts;
}

/** A text is usually counted twice: for its length, and for the minutes it takes. */
let last: { text: string; counts: WordCounts } | undefined;

function countAfresh(text: string): WordCounts {
  if (!OTHER_THAN_SPACED.test(text))
    return { han: 0, kana: 0, spaced: text.match(patternFor(text, LATIN_WORD, SPACED_WORD))?.length ?? 0, unspaced: 0 };
  let unspaced = 0;
  const spacedText = text
    .replace(HAN, ' ')
    .replace(KANA, ' ')
    .replace(UNSPACED_RUN, (run) => {
      unspaced += wordsIn(run);
      return ' ';
    });
  return {
    han: text.match(HAN)?.length ?? 0,
    kana: text.match(KANA)?.length ?? 0,
    spaced: spacedText.match(SPACED_WORD)?.length ?? 0,
    unspaced,
  };
}

/** Length of a text as its readers count it: characters for Han and Kana, words elsewhere. */
export function countWords(text: string): number {
  const { han, kana, spaced, unspaced } = countByScript(text);
  return han + kana + spaced + unspaced;
}

function wordsIn(run: string): number {
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter('th', { granularity: 'word' }).segment(run)) if (isWordLike) words++;
  return words;
}
