import { isBlock } from '../block-text.ts';

const VISIBLE = /[^\s\u200b]/;

/** Innermost blocks that hold text, in document order, no more than `most`: paragraphs, headings, list items, bare `div`s. */
export function listBlocks(root: Element, most = Number.POSITIVE_INFINITY): Element[] {
  const blocks: Element[] = [];
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (blocks.length < most && walker.nextNode()) {
    if (!VISIBLE.test(walker.currentNode.nodeValue ?? '')) continue;
    let block = walker.currentNode.parentElement;
    while (block && block !== root && !isBlock(block)) block = block.parentElement;
    if (block && block !== root && blocks.at(-1) !== block && !blocks.at(-1)?.contains(block)) blocks.push(block);
  }
  return blocks;
}
