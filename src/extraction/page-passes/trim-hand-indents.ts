import type { PagePass } from '../extraction-pass.ts';
import { findAll, isText } from '../find-elements.ts';

/** Ideographic spaces, no-break spaces and the like at the start of a paragraph. */
const INDENT = /^[\s\u200b]*[\u3000\u00a0\u2002\u2003][\s\u200b]*/;

/**
 * Chinese and old pages indent paragraphs with ideographic or no-break spaces, which the reader would indent a second
 * time.
 */
export const trimHandIndents: PagePass = {
  run({ clone }) {
    if (!clone.body) return;
    for (const block of findAll(clone.body, 'p, div, section, li, td')) {
      // Again after the first: half of an indent may stand in the bold type of a heading.
      for (let text = firstText(block); text && INDENT.test(text.data); text = firstText(block))
        text.data = text.data.replace(INDENT, '');
    }
    const breaks = findAll(clone.body, 'br');
    for (const { nextSibling } of breaks) {
      if (
        isText(nextSibling) &&
        INDENT.test(nextSibling.nodeValue ?? '') &&
        !nextSibling.parentElement?.closest('pre')
      ) {
        nextSibling.nodeValue = (nextSibling.nodeValue ?? '').replace(INDENT, '');
      }
    }
  },
};

/** The first text that is not only white space, through inline elements. */
function firstText(block: Element): Text | null {
  let node: Node | null = block.firstChild;
  while (node) {
    if (isText(node)) {
      if ((node.nodeValue ?? '').trim() !== '' || /[\u3000\u00a0]/.test(node.nodeValue ?? '')) return node as Text;
      node = node.nextSibling;
    } else if (/^(?:SPAN|FONT|STRONG|B|EM|I|U|A)$/.test(node.nodeName)) node = node.firstChild;
    else return null;
  }
  return null;
}
