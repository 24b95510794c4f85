import { latePattern } from '../late-pattern.ts';
import { foldWord } from './fold.ts';

const ELIDED = latePattern(String.raw`^\p{L}+['’](?=\p{L}{2})`, 'u');
/** The Arabic article with what is written in one with it: and, so, with, as; لل is "for the". */
const ARTICLE = latePattern(String.raw`^(?:[وفبك]?ال|لل)(?=\p{L}{3})`, 'u');

/**
 * The words that a reader looks for in one that is written together with a smaller one before it: été of l’été, acqua of
 * dell'acqua, الكتاب and كتاب of والكتاب. `term` is the whole, folded. Empty for most.
 */
export function wordsBehind(word: string, term: string): string[] {
  const [elided] = /['’]/.test(word) ? (ELIDED().exec(word) ?? []) : [];
  if (elided !== undefined) return [foldWord(word.slice(elided.length))];
  const [article] = term.charCodeAt(0) > 0x600 ? (ARTICLE().exec(term) ?? []) : [];
  if (article === undefined) return [];
  const bare = term.slice(article.length);
  return [`ال${bare}`, bare].filter((behind) => behind !== term);
}
