import type { PagePass } from '../extraction-pass.ts';
import { attributeOf, findAll, findFirst, rawText } from '../find-elements.ts';
import { unwrap } from '../markup/elements.ts';

/** An anchor that marks a place holds a heading or less, in characters. */
const LONGEST = 80;

/**
 * XHTML marks places with `<a id="here"/>`, which HTML does not take for closed: what follows, up to the next link, is in the anchor or
 * in copies of it, and seems to be links (https://html.spec.whatwg.org/multipage/parsing.html#reconstruct-the-active-formatting-elements).
 */
export const unwrapAnchors: PagePass = {
  run({ clone }) {
    const seen = new Set<string>();
    for (const anchor of findAll(clone, 'a:not([href])')) {
      const name = anchor.id || attributeOf(anchor, 'name');
      if (!name) continue;
      if (seen.has(name)) unwrap(anchor);
      else if (rawText(anchor).length > LONGEST || findFirst(anchor, 'p, td')) anchor.after(...anchor.childNodes);
      seen.add(name);
    }
  },
};
