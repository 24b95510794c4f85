import type { RootContent } from 'mdast';
import type { HighlightedArticle } from '../model/highlight.ts';
import { lineParagraphs } from './markdown/line-paragraphs.ts';
import { writeMarkdown } from './markdown/write-markdown.ts';

/** Highlights of articles as Markdown: for each article a heading with its link, quotes, and under each its note. A note on the whole page has no quote. */
export const highlightsToMarkdown = (articles: readonly HighlightedArticle[]): string =>
  writeMarkdown(articles.flatMap(blocksOf));

function blocksOf({ metadata: { title, url }, highlights }: HighlightedArticle): RootContent[] {
  const words = { type: 'text' as const, value: title.replace(/\s+/g, ' ').trim() };
  const heading: RootContent = { type: 'heading', depth: 2, children: [{ type: 'link', url, children: [words] }] };
  const passages = highlights.flatMap(({ exact, note }): RootContent[] => [
    ...(exact.trim() === '' ? [] : [{ type: 'blockquote' as const, children: lineParagraphs(exact) }]),
    ...lineParagraphs(note),
  ]);
  return [heading, ...passages];
}
