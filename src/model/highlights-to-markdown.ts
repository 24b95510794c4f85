import type { HighlightedArticle } from './highlight.ts';

/** What would be read as markup. */
const escapeMarkup = (text: string): string => text.replace(/[\\`*_[\]<>#]/g, '\\$&');

/** Highlights of articles as Markdown: for each article a heading with its link, quotes, and under each its note. A note on the whole page has no quote. */
export function highlightsToMarkdown(articles: readonly HighlightedArticle[]): string {
  const parts = articles.map(({ metadata, highlights }) => {
    const passages = highlights.map(({ exact, note }) => {
      const lines = exact === '' ? [] : exact.split('\n').map((line) => `> ${escapeMarkup(line)}`);
      return [lines.join('\n'), escapeMarkup(note.trim())].filter((part) => part !== '').join('\n\n');
    });
    const address = metadata.url.replace(/[<>\s]/g, encodeURIComponent);
    return [`## [${escapeMarkup(metadata.title)}](<${address}>)`, ...passages].join('\n\n');
  });
  return `${parts.join('\n\n')}\n`;
}
