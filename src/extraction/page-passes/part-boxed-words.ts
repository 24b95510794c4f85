import { isBlock } from '../block-text.ts';
import type { PagePass } from '../extraction-pass.ts';
import { allElements, isText, rawText } from '../find-elements.ts';

/**
 * How boxes are displayed (`block`, `flow-root`, `flex`, `grid`) that do not float and are neither `absolute` nor `fixed`, as
 * the first letter of a text is that is set large.
 */
const IN_FLOW = /^[bfg]\S* (?:none)? (?![af])/;

/**
 * Puts a space between words that touch in the source and stand apart on the page, because one of them is drawn as a box: all that is in a
 * flexible box or a grid is. Runs while live page and copy have the same elements; nothing is done where long tables were shortened.
 *
 * Names and values, labels and dates are written without a space where a style parts them, and would run together.
 */
export const partBoxedWords: PagePass = {
  run({ live, clone }) {
    const words = allElements(live);
    if (!live.defaultView || words.length !== allElements(clone).length) return;
    // One for all pairs: whatever the page changes, each that it still has is moved along.
    const range = new Range();
    const walker = clone.createTreeWalker(clone, NodeFilter.SHOW_ELEMENT);
    // What touches is looked for in the copy, which all passes walk through; the live page is asked where that stands.
    for (let index = 0; walker.nextNode(); index++) {
      const copy = walker.currentNode as Element;
      const { previousSibling: before, nextSibling: after } = copy;
      // White space first, which stands around most elements: their own text may be long.
      if (before && !isBlock(before) && ends(before) && begins(copy)) {
        const word = words[index];
        if (isApart(word?.previousSibling, word, word, range)) copy.before(' ');
      }
      if (isText(after) && begins(after) && !isBlock(copy) && ends(copy)) {
        const word = words[index];
        if (isApart(word, word?.nextSibling, word, range)) copy.after(' ');
      }
    }
  },
};

/** Whether the text of a node ends with what may be part of a word. */
const ends = (node: Node): boolean => /\S/.test(rawText(node).at(-1) ?? '');

/** Whether it begins with what is neither a space nor a mark; those of ASCII first, since `\p{P}` takes long to compile. */
function begins(node: Node): boolean {
  const text = rawText(node);
  return /^[^\s!-#%-*,-/:;?@[-\]_{}]/.test(text) && (/^[\0-\x7f]/.test(text) || /^\P{P}/u.test(text));
}

/** Whether two neighbours do not touch on the page, one of them being the element `word`. */
function isApart(
  one: Node | null | undefined,
  other: Node | null | undefined,
  word: Element | undefined,
  range: Range,
): boolean {
  // Lines of code are boxes, too, and a space in code means something.
  if (!one || !other || !word || word.closest('pre, code')) return false;
  const { display, float, position } = getComputedStyle(word);
  if (!IN_FLOW.test(`${display} ${float} ${position}`)) return false;
  const [a, b] = [boxOf(one, range), boxOf(other, range)];
  // What is not drawn, as a comment, has no height. Letters that stand in boxes of their own, side by side, are one word.
  return a.top < a.bottom && b.top < b.bottom && (a.right + 1 < b.left || b.right + 1 < a.left || a.bottom <= b.top);
}

/** Where the text of a node is drawn, without the space that a box keeps around it. */
function boxOf(node: Node, range: Range): DOMRect {
  range.selectNodeContents(node);
  return range.getBoundingClientRect();
}
