import { isText } from '../find-elements.ts';

/** Ideographic spaces, no-break spaces and the like at the start of a paragraph. */
export const INDENT = /^[\s\u200b]*[\u3000\u00a0\u2002\u2003][\s\u200b]*/;

/** Drops the spaces that were typed at the start of a block to indent it. */
export function trimIndent(block: Element): void {
  // Again after the first: half of an indent may stand in the bold type of a heading.
  for (let text = firstText(block); text && INDENT.test(text.data); text = firstText(block))
    text.data = text.data.replace(INDENT, '');
}

/** The first text that is not only white space, through inline elements. */
function firstText(block: Element): Text | null {
  let node: Node | null = block.firstChild;
  while (node) {
    if (isText(node)) {
      if (node.data.trim() !== '' || /[\u3000\u00a0]/.test(node.data)) return node;
      node = node.nextSibling;
    } else if (/^(?:SPAN|FONT|STRONG|B|EM|I|U|A)$/.test(node.nodeName)) node = node.firstChild;
    else return null;
  }
  return null;
}
