import type { Article } from '../../src/model/article.ts';

/** Words per article; a Chinese article of as many words has about 1.6 characters to each. */
const WORDS = 800;
const ENGLISH_WORDS = 40_000;
const CHINESE_WORDS = 30_000;
const HAN = 3_500;

/** Makes articles that are the same in every run: two thirds pseudo-English, a third Chinese, words by Zipf's law. */
export function sampleMaker(seed = 7): (number: number) => Article {
  const random = mulberry32(seed);
  const english = Array.from({ length: ENGLISH_WORDS }, () => pseudoWord(random));
  const chinese = Array.from({ length: CHINESE_WORDS }, () =>
    Array.from({ length: random() < 0.25 ? 1 : random() < 0.8 ? 2 : 3 }, () =>
      String.fromCharCode(0x4e00 + zipf(random, HAN) * 5),
    ).join(''),
  );
  return (number) => {
    const isChinese = number % 3 === 0;
    const next = mulberry32(seed + number + 1);
    const words = isChinese ? chinese : english;
    const paragraphs = Array.from({ length: 8 }, () => {
      const sentence = Array.from({ length: WORDS / 8 }, () => words[zipf(next, words.length)] ?? '');
      return sentence.join(isChinese ? '' : ' ') + (isChinese ? '。' : '.');
    });
    const text = paragraphs.join('\n');
    return {
      url: `https://site${number % 97}.example/articles/${number}`,
      canonicalUrl: null,
      title: `${text.slice(0, isChinese ? 14 : 50)} ${number}`,
      byline: 'A. Writer',
      siteName: `Site ${number % 97}`,
      publishedTime: '2026-05-03',
      lang: isChinese ? 'zh-Hans' : 'en',
      dir: 'ltr',
      excerpt: text.slice(0, 140),
      leadImage: null,
      attribution: null,
      html: paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join(''),
      text,
      wordCount: WORDS,
      readingMinutes: 4,
      contentHash: `${seed}-${number}`,
    };
  };
}

/** Small deterministic generator (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c). */
function mulberry32(seed: number): () => number {
  let state = seed * 0x9e3779b1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Rank by Zipf's law with exponent one, from 0. */
const zipf = (random: () => number, size: number): number => Math.min(size - 1, Math.floor(size ** random()) - 1);

const LETTERS = 'etaoinshrdlucmfwypvbgkjqxz';
const pseudoWord = (random: () => number): string =>
  Array.from({ length: 2 + Math.floor(random() * 9) }, () => LETTERS[zipf(random, LETTERS.length)]).join('');
