import type { BodyPass } from '../extraction-pass.ts';
import { findAll, findFirst, isText, nextNode } from '../find-elements.ts';
import { isBlank, isElement, isSeenWithoutText } from '../markup/elements.ts';

/**
 * Drops bullets without an item, and rules that part nothing: above all of the text, below it, or after another rule.
 *
 * Rules that stood around a byline, share buttons or an advertisement outlive these. So do bullets whose items were
 * signs of a script or font: stars, icons.
 */
export const dropBareMarks: BodyPass = {
  run(body) {
    for (const list of findAll(body, 'ul, ol, li')) if (isBlank(list)) list.remove();
    if (!findFirst(body, 'hr')) return;
    const bare: Element[] = [];
    // The last rule, if nothing has followed it yet. The top of the text counts as a rule.
    let rule: Element | null = null;
    let isAfterRule = true;
    for (let node = nextNode(body, body); node; node = nextNode(node, body)) {
      if (isElement(node, 'HR')) {
        if (isAfterRule) bare.push(node);
        else rule = node;
        isAfterRule = true;
      } else if (isText(node) ? /\S/.test(node.data) : isElement(node) && isSeenWithoutText(node)) isAfterRule = false;
    }
    if (isAfterRule && rule) bare.push(rule);
    for (const element of bare) element.remove();
  },
};
