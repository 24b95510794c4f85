import type { BodyPass } from '../extraction-pass.ts';
import { findAll, findFirst, nextNode, precedes } from '../find-elements.ts';
import {
  holdsSeen,
  isBlank,
  isElement,
  isSeenWithoutText,
  isSpace,
  listBlocks,
  removeBox,
  rename,
  siblingOf,
  unwrap,
} from '../markup/elements.ts';

/** Elements that the reader sets apart from what follows, and in which it begins with text. A `div` is none of them. */
const APART = /^(P|H.|.L|PRE|BL.+|FIG.+)$/;

const isApart = (node: Node | null): boolean => APART.test(`${node?.nodeName}`);

/**
 * Drops bullets without an item, empty paragraphs and figures, links around nothing, boxes to open with nothing in them,
 * line breaks that end no line, a heading with nothing below it at the end, and rules that part nothing: above all of
 * the text, below it, or after another rule. Of a box to open without its label the content stays.
 *
 * Rules that stood around a byline, share buttons or an advertisement outlive these. So do bullets whose items were
 * signs of a script or font: stars, icons; links around such signs, which are stops of the Tab key that nobody sees; and
 * the headings of what was dropped. Browsers label a box to open without a label by themselves, in their own language.
 * What is typed for more air, as below a quotation in a forum, would be a blank line beside the air that the reader
 * gives.
 */
export const dropBareMarks: BodyPass = {
  run(body) {
    // As a paragraph without text it goes below, and until then the break behind it follows a paragraph, too. To remove it
    // here would let each of many breaks look back past all white space between those before it.
    for (const br of findAll(body, 'br'))
      if (
        isApart(siblingOf(br, 'previousSibling') ?? br.parentNode) ||
        // What it ends is a line already, be it of words or of a box.
        isApart(siblingOf(br, 'nextSibling'))
      )
        rename(br, 'p');
    // What a link leads to stays.
    for (const box of findAll(body, 'ul, ol, li, p, details, figure, blockquote'))
      if (isBlank(box) && !holdsSeen(box, '[id]')) removeBox(box);
    // The space in a link may part two words.
    for (const box of findAll(body, 'a:not([id]), details:not(:has(> summary))'))
      if (isElement(box, 'DETAILS')) rename(box, 'div');
      else if (isBlank(box)) unwrap(box);
    dropLastHeading(body);
    dropRules(body);
  },
};

/**
 * Drops a heading behind which nothing is seen. A text of two lines may end in one, and so may a post of a thread. Below
 * another heading it may be an item of a list of headings.
 */
function dropLastHeading(body: Element): void {
  const blocks = listBlocks(body).reverse();
  const [last] = blocks;
  // Of three blocks or more, the last is a heading and the one above it is none.
  if (!last || !/^H\d,[^H].*,/.test(String(blocks.map((block) => block.tagName)))) return;
  const follows = (element: Element) => isSeen(element) && precedes(last, element);
  if (!findFirst(body, 'article ~ article') && !findAll(body, '*').some(follows)) last.remove();
}

function dropRules(body: Element): void {
  if (!findFirst(body, 'hr')) return;
  // The last rule, as long as nothing has followed it. The top of the text counts as a rule.
  let rule: Element | null = body;
  let next: Node | null;
  for (let node = nextNode(body, body); node; node = next) {
    next = nextNode(node, body);
    if (isElement(node, 'HR')) {
      if (rule) node.remove();
      else rule = node;
    } else if (isSeen(node)) rule = null;
  }
  if (rule !== body) rule?.remove();
}

const isSeen = (node: Node): boolean => !isSpace(node) && (!isElement(node) || isSeenWithoutText(node));
