import { countLetters, letterRuns } from '../../model/text/letters.ts';

/** Each script with the language that is assumed for it. Most are used by one language only. */
const SCRIPTS =
  'Hangul:ko Han:zh Cyrillic:ru Arabic:ar Hebrew:he Greek:el Thai:th Devanagari:hi Bengali:bn Tamil:ta Telugu:te Georgian:ka Armenian:hy Khmer:km Latin:latin'
    .split(' ')
    .map((entry) => entry.split(':') as [script: string, lang: string]);

/** The Unicode blocks of these scripts other than Latin; a cheap test before scripts are counted. */
const BEYOND_LATIN = /[\u0370-\u1dff\u2e80-\ufaff\ufb13-\uffff]/;

/** A text with fewer letters, or in Latin script fewer words, is too short to detect its language. */
const FEWEST = 12;

/** The most common words of each language that similar languages do not have. */
const WORDS: Record<string, string> = {
  en: 'the and of to that is for with was this are it have from',
  de: 'der die und das nicht mit ist von den ein auch sich für dem',
  fr: 'les des est une dans pour que pas sur qui avec cette sont du',
  es: 'los las una para por con del como más pero esta fue que el',
  pt: 'não uma para com dos mais foi como são pelo pela em também ao',
  it: 'che della per una sono con del nel gli anche più alla di è',
  nl: 'het een van niet dat met voor zijn ook aan naar wordt maar bij',
  pl: 'nie się jest w że był dla przez oraz jak który ale tym są',
  sv: 'och att det som är för inte på med har till av jag ett',
  da: 'og at det er ikke til af på med har den der fra blev',
  nb: 'og å det er ikke til av på som har med jeg fra ble',
  fi: 'että oli hän mutta kun mukaan myös ovat tai sekä voi ollut joka ja',
  cs: 'že jsem jako nebo byl také podle ale jeho pro při aby který se před',
  tr: 've bir bu için ile olarak daha çok olan gibi kadar sonra ancak değil',
  id: 'yang dan untuk dengan dari ini pada tidak dalam adalah akan itu oleh juga',
  vi: 'của và các được trong không cho một những người với có là đã',
  ro: 'și este pentru din care mai sunt nu cu fost prin lui această sau',
  hu: 'hogy nem egy és az is volt meg csak még már mint után szerint',
};

/**
 * Simplified characters, each followed by its traditional form, the most common first (pairs of Unihan's
 * kSimplifiedVariant).
 */
const PAIRS =
  '们們这這来來个個时時国國会會对對发發说說为為学學过過还還开開关關样樣动動现現经經问問见見间間电電书書业業';

/**
 * Detects the language of a text by its script, by kana and other letters that only some languages have, and in Latin
 * script by common words. Chinese is `zh-Hans` or `zh-Hant`. Null when the text is too short or too mixed.
 */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, 6000);
  if (!BEYOND_LATIN.test(sample)) return detectLatin(sample);
  const letters = countLetters(sample);
  if (letters < FEWEST) return null;
  const kana = count(sample, /[ぁ-ヿ]/g);
  if (kana > letters * 0.1) return 'ja';
  // A Han or Hangul character counts for four letters, so that a Chinese text full of product names is still Chinese.
  const shares = SCRIPTS.map(
    ([script, lang]) =>
      [lang, count(sample, new RegExp(`\\p{sc=${script}}`, 'gu')) * (lang === 'zh' || lang === 'ko' ? 4 : 1)] as const,
  );
  const [lang, share] = shares.reduce((top, one) => (one[1] > top[1] ? one : top), ['', 0]);
  if (share < letters * 0.3) return null;
  if (lang === 'latin') return detectLatin(sample);
  if (lang === 'zh') return chineseTag(sample);
  return (NEIGHBOURS[lang] ?? []).find(([letter, , least]) => count(sample, letter) > letters * least)?.[1] ?? lang;
}

/**
 * For the assumed language of a script: letters that only another language has, that language, and the share of the
 * text above which it is taken. The first that fits counts.
 */
const NEIGHBOURS: Record<string, readonly (readonly [RegExp, string, number])[]> = {
  ru: [
    [/[іїєґ]/giu, 'uk', 0.02],
    [/[ђћџљњј]/giu, 'sr', 0.02],
    [/[ыэё]/giu, 'ru', 0.004],
    [/./u, 'bg', 0],
  ],
  ar: [
    [/[ٹڈڑںے]/gu, 'ur', 0.01],
    [/[پچژگی]/gu, 'fa', 0.02],
  ],
};

/**
 * Whether a text is in simplified (`Hans`) or traditional (`Hant`) characters; null when it has as many of both or
 * none.
 */
export function chineseScript(text: string): 'Hans' | 'Hant' | null {
  let balance = 0;
  for (const char of text.slice(0, 6000)) {
    const place = PAIRS.indexOf(char);
    if (place >= 0) balance += place & 1 ? -1 : 1;
  }
  return balance > 0 ? 'Hans' : balance < 0 ? 'Hant' : null;
}

/** The language tag of a Chinese text; `zh-Hans` where the characters do not tell. */
export const chineseTag = (text: string): string => `zh-${chineseScript(text) ?? 'Hans'}`;

function detectLatin(sample: string): string | null {
  const words = letterRuns(sample.toLowerCase());
  const tally = new Map<string, number>();
  for (const word of words) tally.set(word, (tally.get(word) ?? 0) + 1);
  const scores = Object.entries(WORDS)
    .map(
      ([lang, list]) =>
        [lang, list.split(' ').reduce((sum, word) => sum + (tally.get(word) ?? 0), 0) / words.length] as const,
    )
    .sort((a, b) => b[1] - a[1]);
  const [first, second] = [scores[0], scores[1]];
  if (!first || !second || words.length < FEWEST || first[1] < 0.06 || first[1] < second[1] * 1.15) return null;
  return first[0];
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
