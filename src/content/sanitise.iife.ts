/**
 * The sanitiser, in a file of its own because whoever shows an article in a page needs it and whoever only reads one does
 * not. Defines `rectoSanitising` in the page's isolated world; injecting it again changes nothing.
 */
import { sanitiseArticle, sanitiseToHtml } from '../sanitising/sanitise-article.ts';
import { sanitiseInTurns } from '../sanitising/sanitise-in-turns.ts';
import { partLongText } from '../ui/reader/article/part-long-text.ts';

globalThis.rectoSanitising ??= {
  toFragment: sanitiseArticle,
  toFragmentInTurns: sanitiseInTurns,
  toHtml: sanitiseToHtml,
  partLongText,
};
