import { isBlock } from '../block-text.ts';
import type { PagePass } from '../extraction-pass.ts';
import { allElements, isText, rawText } from '../find-elements.ts';

/**
 * Styles of boxes that part words: `block`, `flow-root`, `flex`, `grid`, neither floating nor `absolute` or `fixed` (as
 * a large first letter is).
 */
const IN_FLOW = /^[bfg]\S* (?:none)? (?![af])/;

/**
 * Puts a space between words that touch in the source and stand apart on the page because one of them is drawn as a
 * box, as everything in a flexible box or grid is.
 *
 * Names and values, labels and dates are written without a space where a style parts them, and would run together. Runs
 * while live page and copy have the same elements; does nothing where long tables were shortened.
 */
export const partBoxedWords: PagePass = {
  run({ live, clone }) {
    const words = allElements(live);
    if (!live.defaultView || words.length !== allElements(clone).length) return;
    // One range for all pairs: the page moves all ranges along with each of its changes.
    const range = new Range();
    const walker = clone.createTreeWalker(clone, NodeFilter.SHOW_ELEMENT);
    // The copy tells what touches, since all passes walk through it; the live page is asked where that stands.
    for (let index = 0; walker.nextNode(); index++) {
      const copy = walker.currentNode as Element;
      const { previousSibling: before, nextSibling: after } = copy;
      // White space first, which surrounds most elements: their own text may be long.
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

/** Whether the text of a node ends with a character other than white space. */
const ends = (node: Node): boolean => /\S/.test(rawText(node).at(-1) ?? '');

/**
 * Whether the text of a node begins with neither a space nor a mark. ASCII first, since `\p{P}` takes long to compile.
 */
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
  // What is not drawn, such as a comment, has no height. Letters in boxes side by side are one word.
  return a.top < a.bottom && b.top < b.bottom && (a.right + 1 < b.left || b.right + 1 < a.left || a.bottom <= b.top);
}

/** Where the text of a node is drawn, without the space that a box keeps around it. */
function boxOf(node: Node, range: Range): DOMRect {
  range.selectNodeContents(node);
  return range.getBoundingClientRect();
}
