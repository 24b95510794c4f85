import { isText } from '../find-elements.ts';

/** An indent typed as text: ideographic, no-break, en or em spaces at the start of a paragraph. */
export const INDENT = /^[\s\u200b]*[\u3000\u00a0\u2002\u2003][\s\u200b]*/;

/** Removes an indent that was typed at the start of a block. */
export function trimIndent(block: Element): void {
  // In a loop, because an indent may be split between a text and a `<b>` after it.
  for (let text = firstText(block); text && INDENT.test(text.data); text = firstText(block))
    text.data = text.data.replace(INDENT, '');
}

/** The first text node with more than plain white space, looking into inline elements. */
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
