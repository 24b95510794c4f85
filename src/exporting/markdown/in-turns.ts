import type { RootContent } from 'mdast';
import type { Slicer } from '../../model/slicer.ts';
import type { MarkdownBlock } from './markdown-block.ts';
import type { MarkdownReading } from './markdown-reading.ts';
import { isBlockElement, readBlocks } from './read-blocks.ts';
import { writeMarkdown } from './write-markdown.ts';

/** Elements that are read together. */
const UNIT = 300;
/** Blocks that are written together. */
const FEW_BLOCKS = 100;
/** Of no meaning to what is in them. */
const OPENED = /^(?:div|section|article|aside|header|footer)$/;
/** Deeper down nothing is opened: the call stack has an end. */
const DEEPEST = 40;

/** The same as `readBlocks`, in turns between which the browser can answer. Takes `box` apart. */
export async function readBlocksInTurns(
  box: DocumentFragment | Element,
  reading: MarkdownReading,
  slice: Slicer,
  depth = 0,
): Promise<MarkdownBlock[]> {
  const blocks: MarkdownBlock[][] = [];
  // Of the same document, which is inert: pictures in another would be fetched.
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
    // Text that runs on is one paragraph: only a block ends it.
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

/** The same as `writeMarkdown`, in turns. */
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

/** Between two of these is an empty line, whatever else there is. */
const standsAlone = (block: RootContent | undefined): boolean =>
  block?.type === 'paragraph' || block?.type === 'heading';
