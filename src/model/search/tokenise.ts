import { latePattern } from '../text/late-pattern.ts';
import { foldCharacter, foldWord } from './fold.ts';

/** A term as it is looked up, and the [start, end) offsets of what it stands for. */
export interface Token {
  term: string;
  start: number;
  end: number;
  /** Of a pair of characters: where its first one ends. */
  firstEnd?: number;
  /** Other words it is found by, see `wordsBehind`. */
  others?: string[];
}

/** A run of text between spaces and punctuation: one word, or a run of characters of a script without spaces. */
export interface Run {
  words: boolean;
  tokens: Token[];
}

/** Terms are cut at this length; what is longer is no word. */
const LONGEST_TERM = 40;

/** Scripts written without spaces, and Korean, whose words carry endings: searched by pairs of characters. */
const PAIRED =
  String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}` +
  String.raw`\p{sc=Myanmar}ー々〆ｰﾞﾟ\u3099\u309a`;
/**
 * Characters inside a word or run that count as nothing: soft hyphen, word joiner, in a run also the zero-width space.
 */
const [UNSEEN_IN_WORD, UNSEEN] = [String.raw`\u00ad\u2060`, String.raw`\u00ad\u2060\u200b`];
const RUNS = latePattern(
  `([${PAIRED}](?:[${UNSEEN}]*[${PAIRED}])*)|` +
    String.raw`[[\p{L}\p{N}]--[${PAIRED}]](?:[${UNSEEN_IN_WORD}]*[[\p{L}\p{N}\p{M}]--[${PAIRED}]]|['’](?=\p{L}))*`,
  'gv',
);
/** Half-width kana with its voice mark is one full-width character; so are decomposed kana and Korean. */
const CHARACTERS =
  /[\uff66-\uff9d][\uff9e\uff9f]|[\u3041-\u30ff][\u3099\u309a]|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[^\u00ad\u2060\u200b]/gu;

/**
 * Cuts a text into runs. A word is one token. In scripts without spaces every pair of neighbouring characters is a
 * token, and the last character alone is one, so that each character begins some token and any part can be found.
 * `Intl.Segmenter` is not used: it cuts 互联网 into 互, 联 and 网, and differs between browsers.
 */
export function* runsOf(text: string): Generator<Run> {
  for (const match of text.matchAll(RUNS())) {
    const start = match.index;
    const run = match[0];
    if (match[1] === undefined) {
      const term = foldWord(run).slice(0, LONGEST_TERM);
      const others = wordsBehind(run, term);
      const token = { term, start, end: start + run.length };
      if (term !== '') yield { words: true, tokens: [others.length > 0 ? { ...token, others } : token] };
    } else {
      yield { words: false, tokens: pairsOf(run, start) };
    }
  }
}

function pairsOf(run: string, offset: number): Token[] {
  const characters: Token[] = [];
  for (const { 0: character, index } of run.matchAll(CHARACTERS)) {
    const start = offset + index;
    for (const term of foldCharacter(character)) characters.push({ term, start, end: start + character.length });
  }
  return characters.map((token, index) => {
    const next = characters[index + 1];
    return next ? { term: token.term + next.term, start: token.start, end: next.end, firstEnd: token.end } : token;
  });
}

/** All terms of a text in order; the position of a term is its index. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const run of runsOf(text)) for (const token of run.tokens) terms.push(token.term);
  return terms;
}

const ELIDED = latePattern(String.raw`^\p{L}+['’](?=\p{L}{2})`, 'u');
/** The Arabic article with what is written in one with it: and, so, with, as; لل is "for the". */
const ARTICLE = latePattern(String.raw`^(?:[وفبك]?ال|لل)(?=\p{L}{3})`, 'u');

/**
 * The words in a word that is written together with a smaller one before it: été in l’été, acqua in dell'acqua, الكتاب
 * and كتاب in والكتاب. `term` is the whole, folded. Empty for most.
 */
function wordsBehind(word: string, term: string): string[] {
  const [elided] = /['’]/.test(word) ? (ELIDED().exec(word) ?? []) : [];
  if (elided !== undefined) return [foldWord(word.slice(elided.length))];
  const [article] = term.charCodeAt(0) > 0x600 ? (ARTICLE().exec(term) ?? []) : [];
  if (article === undefined) return [];
  const bare = term.slice(article.length);
  return [`ال${bare}`, bare].filter((behind) => behind !== term);
}
