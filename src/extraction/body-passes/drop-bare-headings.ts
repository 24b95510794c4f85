import type { BodyPass } from '../extraction-pass.ts';
import { findAll, findFirst, makeElement } from '../find-elements.ts';
import { isBlank, textOf } from '../markup/elements.ts';

/** More headings in a row than this are how the page sets its text. */
const MOST = 3;

/** A line set large that closes the text, or says who wrote it. */
const SAYS_SOMETHING = /.{50}|[.!?。！？]$/;

/**
 * Nothing is headed at the very end of an article.
 *
 * "Related" and "More from the author" stay when what they head, a list of links, is gone.
 */
export const dropBareHeadings: BodyPass = {
  run(body) {
    // A text of headings alone is better than none.
    if (!findFirst(body, 'p')) return;
    for (const heading of findAll(body, 'h2,h3,h4,h5,h6').slice(-MOST).reverse()) {
      const range = new Range();
      range.selectNodeContents(body);
      range.setStartAfter(heading);
      const rest = makeElement(body, 'div');
      rest.append(range.cloneContents());
      if (!isBlank(rest) || SAYS_SOMETHING.test(textOf(heading))) return;
      heading.remove();
    }
  },
};
