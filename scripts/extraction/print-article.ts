import { numberOf } from '../number-of.ts';
import type { ExtractedArticle } from './extract-page.ts';

/** An article as plain text for a terminal: title, one line about it, then paragraphs wrapped to `columns`. */
export function printArticle(article: ExtractedArticle, columns: number): string {
  const { title, byline, siteName, publishedTime, wordCount, readingMinutes, lang, text, attribution } = article;
  const about = [byline, siteName, publishedTime, lengthOf(wordCount, lang), `${readingMinutes} min`, lang].filter(
    Boolean,
  );
  const width = Math.min(columns, 88);
  const paragraphs = text.split('\n').map((line) => wrap(line, width));
  const tail = attribution === null ? [] : ['—', attribution];
  return `${[wrap(title, width), wrap(about.join(' · '), width), '', ...paragraphs.flatMap((lines) => [lines, '']), ...tail].join('\n')}\n`;
}

/** As its readers count it: Chinese and Japanese in characters. */
function lengthOf(count: number, lang: string | null): string {
  return /^(?:zh|ja|yue)\b/.test(lang ?? '') ? `${count} 字` : numberOf(count, 'word');
}

/** Han, Kana and Hangul take two columns; a line may break between any two of them. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

function wrap(text: string, width: number): string {
  const pieces = text.match(
    /\s+|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]|[^\s\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]+/g,
  );
  let [line, used, out] = ['', 0, ''];
  for (const piece of pieces ?? []) {
    const size = [...piece].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
    if (used > 0 && used + size > width) {
      out += `${line.trimEnd()}\n`;
      [line, used] = piece.trim() === '' ? ['', 0] : [piece, size];
    } else [line, used] = [line + piece, used + size];
  }
  return out + line;
}
