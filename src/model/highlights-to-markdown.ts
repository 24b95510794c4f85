import { BARE_ADDRESS } from './bare-address.ts';
import type { HighlightedArticle } from './highlight.ts';

/** What CommonMark, GFM and Obsidian make something of: emphasis, links, tags, formulas, marks, comments, references. */
const SIGNS = /[\\`*_[\]<>#~$]|=(?==)|%(?=%)|&(?=#?\w+;)/g;

const escapeSigns = (text: string): string => text.replace(SIGNS, '\\$&');

/** One line as words; without the angle brackets readers would link an address with all that follows up to a space. */
function escapeLine(line: string): string {
  let written = '';
  let at = 0;
  for (const { 0: address, index } of line.matchAll(BARE_ADDRESS)) {
    written += `${escapeSigns(line.slice(at, index))}<${address}>`;
    at = index + address.length;
  }
  // A number or a dash would begin a list.
  return (written + escapeSigns(line.slice(at))).replace(/^[-+]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
}

/** Each line is a paragraph of its own, as it was in the article or the note. */
const paragraphs = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => escapeLine(line.trim()))
    .filter((line) => line !== '');

/** Highlights of articles as Markdown: for each article a heading with its link, quotes, and under each its note. A note on the whole page has no quote. */
export function highlightsToMarkdown(articles: readonly HighlightedArticle[]): string {
  const parts = articles.map(({ metadata, highlights }) => {
    const passages = highlights.flatMap(({ exact, note }) => [
      paragraphs(exact)
        .map((line) => `> ${line}`)
        .join('\n>\n'),
      ...paragraphs(note),
    ]);
    const address = metadata.url.replace(/[<>\s]/g, encodeURIComponent);
    const title = escapeSigns(metadata.title.replace(/\s+/g, ' ').trim());
    return [`## [${title}](<${address}>)`, ...passages.filter((part) => part !== '')].join('\n\n');
  });
  return `${parts.join('\n\n')}\n`;
}
