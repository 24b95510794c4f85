import type { PagePass } from '../extraction-pass.ts';
import { findAll, isText, makeElement } from '../find-elements.ts';
import { INDENT, trimIndent } from '../markup/trim-indent.ts';

/** Characters; a longer text that is indented after a line break is a paragraph, no line of verse or code. */
const LONGEST_LINE = 60;

/**
 * Drops spaces typed to indent a paragraph, and makes the line break before such a paragraph a double one.
 *
 * Chinese and old pages indent with ideographic or no-break spaces, and the reader would indent a second time.
 */
export const trimHandIndents: PagePass = {
  run({ clone }) {
    if (!clone.body) return;
    for (const block of findAll(clone.body, 'p, div, section, li, td')) trimIndent(block);
    for (const br of findAll(clone.body, 'br')) {
      const text = br.nextSibling;
      if (!isText(text) || text.parentElement?.closest('pre')) continue;
      const trimmed = text.data.replace(INDENT, '');
      if (trimmed.length < text.length && trimmed.length > LONGEST_LINE) br.before(makeElement(br, 'br'));
      text.data = trimmed;
    }
  },
};
