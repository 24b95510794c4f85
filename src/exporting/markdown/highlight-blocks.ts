import type { PhrasingContent, RootContent } from 'mdast';
import type { Highlight } from '../../model/highlight.ts';
import { textFragmentAddress } from '../text-fragment-address.ts';
import { lineParagraphs } from './line-paragraphs.ts';

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
