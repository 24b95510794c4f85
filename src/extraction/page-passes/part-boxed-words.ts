import { isBlock } from '../block-text.ts';
import type { PagePass } from '../extraction-pass.ts';
import { findAll, isText, rawText } from '../find-elements.ts';

/** What stands within a line by its name. */
const WITHIN_LINE = 'span, a, b, strong, em, i, small, time, label, abbr';

/**
 * Puts a space between words that touch in the source and stand apart on the page, because one of them is drawn as a box: all that is in a
 * flexible box or a grid is. Runs while live page and copy have the same elements; nothing is done where long tables were shortened.
 *
 * Names and values, labels and dates are written without a space where a style parts them, and would run together.
 */
export const partBoxedWords: PagePass = {
  run({ live, clone }) {
    const words = findAll(live, WITHIN_LINE);
    const copies = findAll(clone, WITHIN_LINE);
    if (!live.defaultView || words.length !== copies.length) return;
    for (const [index, word] of words.entries()) {
      const { previousSibling: before, nextSibling: after } = word;
      if (before && isApart(before, word, word)) copies[index]?.before(' ');
      if (isText(after) && isApart(word, after, word)) copies[index]?.after(' ');
    }
  },
};

/** Whether two neighbours touch in the source, but not on the page, one of them being the element `word`. */
function isApart(one: Node, other: Node, word: Element): boolean {
  const touch = !isBlock(one) && one.nodeType !== 8 && /^\S/.test(rawText(other)) && !!rawText(one).at(-1)?.trim();
  // Lines of code are boxes, too, and a space in code means something. Boxes are `block`, `flow-root`, `flex` and `grid`.
  if (!touch || word.closest('pre, code') || !/^[bfg]/.test(getComputedStyle(word).display)) return false;
  const [a, b] = [boxOf(one), boxOf(other)];
  // Letters that stand in boxes of their own, side by side, are one word.
  return a.right + 1 < b.left || b.right + 1 < a.left || a.bottom <= b.top;
}

/** Where the text of a node is drawn, without the space that a box keeps around it. */
function boxOf(node: Node): DOMRect {
  const range = new Range();
  range.selectNodeContents(node);
  return range.getBoundingClientRect();
}
