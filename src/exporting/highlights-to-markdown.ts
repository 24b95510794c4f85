import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Highlight, HighlightedArticle } from '../model/highlight.ts';
import { writeMarkdown } from './markdown/write-markdown.ts';
import { textFragmentAddress } from './text-fragment-address.ts';

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

/** The words around highlights, in the reader's language. */
export interface HighlightWords {
  heading: string;
  colours: Record<Highlight['colour'], string>;
  openInPage: string;
}

/** A heading and each highlight as a quote with colour and link, its note below; a note about the whole page stands alone. */
export function highlightBlocks(url: string, highlights: readonly Highlight[], words: HighlightWords): RootContent[] {
  const heading: RootContent = { type: 'heading', depth: 2, children: [{ type: 'text', value: words.heading }] };
  return [heading, ...highlights.flatMap((highlight) => quote(url, highlight, words))];
}

function quote(url: string, highlight: Highlight, words: HighlightWords): RootContent[] {
  if (highlight.exact.trim() === '') return lineParagraphs(highlight.note);
  const link: PhrasingContent = {
    type: 'link',
    url: textFragmentAddress(url, highlight),
    children: [{ type: 'text', value: words.openInPage }],
  };
  const line: PhrasingContent[] = [{ type: 'text', value: `${words.colours[highlight.colour]} · ` }, link];
  return [
    { type: 'blockquote', children: [...lineParagraphs(highlight.exact), { type: 'paragraph', children: line }] },
    ...lineParagraphs(highlight.note),
  ];
}

/** Plain text, such as a passage or a note, with a paragraph for each of its lines; empty ones are left out. */
const lineParagraphs = (text: string): Paragraph[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
