import type { PagePass } from '../extraction-pass.ts';
import { findAll, findFirst, rawText } from '../find-elements.ts';
import { unwrap } from '../markup/elements.ts';

/** An anchor that marks a place holds fewer characters. */
const LONGEST = 80;

/**
 * Unwraps inline elements that hold text and say nothing about it.
 *
 * Anchors that mark a place and were never closed: XHTML writes `<a id="here"/>`, which HTML does not close. All that
 * follows, up to the next link, is in the anchor or in copies of it, and seems to be links
 * (https://html.spec.whatwg.org/multipage/parsing.html#reconstruct-the-active-formatting-elements).
 *
 * `<font style="vertical-align: inherit;">`, of which Chromium's translation puts two around each run of text. With
 * them, teasers and labels that stand directly in a box are taken for text of the article on one page in fourteen.
 */
export const unwrapInline: PagePass = {
  run({ clone }) {
    for (const font of findAll(clone, 'font[style*=inh]')) unwrap(font);
    const seen = new Set<string>();
    for (const anchor of findAll<HTMLAnchorElement>(clone, 'a:not([href])')) {
      const name = anchor.id || anchor.name;
      if (!name) continue;
      if (seen.has(name)) unwrap(anchor);
      else if (
        /^H\d/.test(anchor.parentElement?.tagName ?? '') ||
        rawText(anchor).length > LONGEST ||
        findFirst(anchor, 'p, td')
      )
        anchor.after(...anchor.childNodes);
      seen.add(name);
    }
  },
};
