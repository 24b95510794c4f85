import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Highlight, HighlightedArticle } from '../model/highlights/highlight.ts';
import { writeMarkdown } from './markdown/write-markdown.ts';
import { textFragmentAddress } from './text-fragment-address.ts';

/**
 * Highlights of several articles as Markdown: for each article a heading that links to it, and each passage as a
 * quotation with its note below. A note on the whole page has no quotation.
 */
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

/** The words around highlights, in the language of the interface. */
export interface HighlightWords {
  heading: string;
  colours: Record<Highlight['colour'], string>;
  openInPage: string;
}

/**
 * The highlights of one article: a heading, and each passage as a quotation with its colour, a link to it in the page,
 * and its note below. A note on the whole page has no quotation.
 */
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

/** Plain text as a paragraph for each line that is not empty. */
const lineParagraphs = (text: string): Paragraph[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
