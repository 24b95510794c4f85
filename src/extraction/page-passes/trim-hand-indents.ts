import type { PagePass } from '../extraction-pass.ts';
import { findAll, isText } from '../find-elements.ts';
import { INDENT, trimIndent } from '../markup/trim-indent.ts';

/**
 * Drops spaces typed to indent a paragraph.
 *
 * Chinese and old pages indent with ideographic or no-break spaces, and the reader would indent a second time.
 */
export const trimHandIndents: PagePass = {
  run({ clone }) {
    for (const block of findAll(clone, 'p, div, section, li, td')) trimIndent(block);
    for (const { nextSibling } of findAll(clone, 'br'))
      if (isText(nextSibling) && !nextSibling.parentElement?.closest('pre'))
        nextSibling.data = nextSibling.data.replace(INDENT, '');
  },
};
