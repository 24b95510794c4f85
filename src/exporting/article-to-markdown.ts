import type { BlockContent, DefinitionContent, RootContent } from 'mdast';
import type { Highlight } from '../model/highlights/highlight.ts';
import { slicer } from '../model/slicer.ts';
import { type HighlightWords, highlightBlocks } from './highlights-to-markdown.ts';
import { frontMatter, type MarkdownHead } from './markdown/front-matter.ts';
import { readBlocksInTurns, writeMarkdownInTurns } from './markdown/in-turns.ts';
import { MarkdownReading } from './markdown/markdown-reading.ts';
import { readBlocks } from './markdown/read-blocks.ts';
import { writeMarkdown } from './markdown/write-markdown.ts';

export interface MarkdownOptions {
  /** Maps a picture's address on the web to the one that is written, such as that of a file beside the note. */
  pictureAddress?: (address: string) => string;
  /** The lead picture's address, when the body does not show it. */
  leadImage?: string | null;
  /** Source and editor lines, written as the last paragraph. */
  attribution?: string | null;
  /** Highlights in the article's order, and the words around them in the interface's language. */
  highlights?: { items: readonly Highlight[]; words: HighlightWords };
  /** False leaves the front matter out. */
  withFrontMatter?: boolean;
}

/**
 * One article as Markdown for Obsidian (CommonMark, GFM tables and footnotes, `$…$` formulas), with YAML front matter.
 *
 * `body` is the sanitised body, as `sanitiseArticle` gives it: this writes what is in it and judges nothing. Formulas
 * come from `data-tex`, tables whose cells span stay HTML, and links within the article lead to headings or are text.
 */
export function articleToMarkdown(head: MarkdownHead, body: ParentNode, options: MarkdownOptions = {}): string {
  const reading = readingOf(body, options);
  return withHead(head, writeMarkdown(allBlocks(readBlocks(body, reading), reading, head, options)), options);
}

/** The same for an article of any length, in slices between which the browser can respond. Empties `body`. */
export async function articleToMarkdownInTurns(
  head: MarkdownHead,
  body: DocumentFragment,
  options: MarkdownOptions = {},
): Promise<string> {
  const slice = slicer();
  const reading = readingOf(body, options);
  const blocks = await readBlocksInTurns(body, reading, slice);
  return withHead(head, await writeMarkdownInTurns(allBlocks(blocks, reading, head, options), slice), options);
}

const readingOf = (body: ParentNode, { pictureAddress }: MarkdownOptions): MarkdownReading =>
  new MarkdownReading(body, pictureAddress ?? ((address) => address));

const withHead = (head: MarkdownHead, text: string, { withFrontMatter }: MarkdownOptions): string =>
  withFrontMatter === false ? text : `${frontMatter(head)}\n${text}`;

/** The blocks of the body, with the lead picture before them and attribution, footnotes and highlights after them. */
function allBlocks(
  body: readonly RootContent[],
  reading: MarkdownReading,
  head: MarkdownHead,
  { leadImage, attribution, highlights }: MarkdownOptions,
): RootContent[] {
  const blocks: RootContent[] = [];
  if (leadImage) {
    const image = { type: 'image' as const, url: reading.pictureAddress(leadImage), alt: '' };
    blocks.push({ type: 'paragraph', children: [image] });
  }
  for (const block of body) blocks.push(block);
  if (attribution) {
    const lines = attribution.split('\n').map((line) => ({ type: 'text' as const, value: line }));
    blocks.push({
      type: 'paragraph',
      children: lines.flatMap((line, at) => (at > 0 ? [{ type: 'break' as const }, line] : [line])),
    });
  }
  blocks.push(...readFootnotes(reading));
  if (highlights && highlights.items.length > 0)
    blocks.push(...highlightBlocks(head.url, highlights.items, highlights.words));
  return blocks;
}

/**
 * The footnotes as `[^1]: …` definitions, without their links back, since Markdown readers add their own. A definition
 * that no mark refers to would not be shown. So notes without a mark, or with one only in a table that is written as
 * HTML, come first as text.
 */
function readFootnotes(reading: MarkdownReading): RootContent[] {
  const notes = [...reading.notes.values()].map(({ number, item }) => ({
    number,
    children: readBlocks(item, reading).filter((block) => block.type !== 'footnoteDefinition'),
  }));
  const isMarked = ({ number }: { number: number }): boolean => reading.isMarked(number);
  return [
    ...notes.filter((note) => !isMarked(note)).flatMap(({ number, children }) => withNumber(number, children)),
    ...notes.filter(isMarked).map(({ number, children }): RootContent => {
      return { type: 'footnoteDefinition', identifier: String(number), label: String(number), children };
    }),
  ];
}

type NoteContent = BlockContent | DefinitionContent;

function withNumber(number: number, [first, ...rest]: NoteContent[]): NoteContent[] {
  const sign = { type: 'text' as const, value: `[${number}] ` };
  if (first?.type === 'paragraph') return [{ ...first, children: [sign, ...first.children] }, ...rest];
  return [{ type: 'paragraph', children: [sign] }, ...(first ? [first] : []), ...rest];
}
