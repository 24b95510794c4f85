import type { RootContent } from 'mdast';
import type { Slicer } from '../../model/slicer.ts';
import type { MarkdownBlock } from './markdown-block.ts';
import type { MarkdownReading } from './markdown-reading.ts';
import { isBlockElement, readBlocks } from './read-blocks.ts';
import { writeMarkdown } from './write-markdown.ts';

/** Elements that are read in one go. */
const UNIT = 300;
/** Blocks that are written in one go. */
const FEW_BLOCKS = 100;
/** Elements without a meaning in Markdown. Their children can be read separately. */
const OPENED = /^(?:div|section|article|aside|header|footer)$/;
/** Levels down to which they are opened, to bound the recursion. */
const DEEPEST = 40;

/** The same as `readBlocks`, in slices between which the browser can respond. Empties `box`. */
export async function readBlocksInTurns(
  box: DocumentFragment | Element,
  reading: MarkdownReading,
  slice: Slicer,
  depth = 0,
): Promise<MarkdownBlock[]> {
  const blocks: MarkdownBlock[][] = [];
  // In the same document, which is inert. In another one pictures would be fetched.
  const empty = () => box.ownerDocument.createDocumentFragment();
  let unit = empty();
  let size = 0;
  const flush = () => {
    blocks.push(readBlocks(unit, reading));
    unit = empty();
    size = 0;
  };
  for (const node of [...box.childNodes]) {
    const within = node instanceof Element ? node.getElementsByTagName('*').length : 0;
    // Only before a block: text and inline elements in a row are one paragraph.
    if (node instanceof Element && isBlockElement(node) && size + within > UNIT) {
      flush();
      if (slice.isOver()) await slice.pause();
      if (within > UNIT && depth < DEEPEST && OPENED.test(node.localName) && !node.matches('.footnotes')) {
        blocks.push(await readBlocksInTurns(node, reading, slice, depth + 1));
        continue;
      }
    }
    unit.append(node);
    size += within + 1;
  }
  flush();
  return blocks.flat();
}

/**
 * The same as `writeMarkdown`, in slices. The text is cut between blocks with an empty line between them in any case.
 */
export async function writeMarkdownInTurns(blocks: readonly RootContent[], slice: Slicer): Promise<string> {
  const written: string[] = [];
  let unit: RootContent[] = [];
  const flush = async () => {
    if (slice.isOver()) await slice.pause();
    written.push(writeMarkdown(unit));
    unit = [];
  };
  for (const block of blocks) {
    if (unit.length >= FEW_BLOCKS && standsAlone(unit.at(-1)) && standsAlone(block)) await flush();
    unit.push(block);
  }
  if (unit.length > 0) await flush();
  return written.join('\n');
}

/** Whether a block is always separated from another such block by an empty line. */
const standsAlone = (block: RootContent | undefined): boolean =>
  block?.type === 'paragraph' || block?.type === 'heading';
