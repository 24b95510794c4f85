import type { BodyPass } from '../extraction-pass.ts';
import { findAll, findFirst, isText, nextNode } from '../find-elements.ts';
import { isBlank, isElement, isSeen } from '../markup/elements.ts';

/**
 * A bullet stands before something, and a rule between two parts of the text: not above all of it, not below, and not after another one.
 *
 * Rules that stood around a byline, share buttons or an advertisement are left when those are gone, and bullets where signs of a
 * script or a font were items: stars, icons.
 */
export const dropBareMarks: BodyPass = {
  run(body) {
    for (const list of findAll(body, 'ul, ol, li')) if (isBlank(list)) list.remove();
    if (!findFirst(body, 'hr')) return;
    const bare: Element[] = [];
    // The rule that nothing has followed yet; the top of the text is as good as one.
    let rule: Element | null = null;
    let isAfterRule = true;
    for (let node = nextNode(body, body); node; node = nextNode(node, body)) {
      if (isElement(node, 'HR')) {
        if (isAfterRule) bare.push(node);
        else rule = node;
        isAfterRule = true;
      } else if (isText(node) ? /\S/.test(node.data) : isElement(node) && isSeen(node)) isAfterRule = false;
    }
    if (isAfterRule && rule) bare.push(rule);
    for (const element of bare) element.remove();
  },
};
