import { isBlock } from '../block-text.ts';
import { textNodes } from '../find-elements.ts';

const VISIBLE = /[^\s\u200b]/;

/** Innermost blocks that hold text, in document order, no more than `most`: paragraphs, headings, list items, bare `div`s. */
export function listBlocks(root: Element, most = Number.POSITIVE_INFINITY): Element[] {
  const blocks: Element[] = [];
  for (const { data, parentElement } of textNodes(root)) {
    if (blocks.length >= most) break;
    if (!VISIBLE.test(data)) continue;
    let block = parentElement;
    while (block && block !== root && !isBlock(block)) block = block.parentElement;
    if (block && block !== root && blocks.at(-1) !== block && !blocks.at(-1)?.contains(block)) blocks.push(block);
  }
  return blocks;
}
