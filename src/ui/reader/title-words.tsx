import type { ComponentChild } from 'preact';

/** The last character of the word before, and the two that a word must have at least for a line to begin with it. */
const WORD_AFTER_WORD = /^[\w㐀-鿿]{3}/;

/**
 * A Chinese title with a place to break before each of its words, as the browser's dictionary has them (`word-break` can tell
 * words of Japanese only). Single characters stay with what they follow: they end a word that the dictionary does not know,
 * or are particles.
 */
export function titleWords(title: string): ComponentChild[] {
  const words = new Intl.Segmenter('zh', { granularity: 'word' }).segment(title);
  const lines = [''];
  for (const { segment, index } of words) {
    if (WORD_AFTER_WORD.test(title.slice(index - 1, index + segment.length))) lines.push(segment);
    else lines.push(lines.pop() + segment);
  }
  return lines.flatMap((text, at) => (at ? [<wbr />, text] : text));
}
