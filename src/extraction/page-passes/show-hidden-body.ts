import type { PagePass } from '../extraction-pass.ts';
import { findAll, rawText } from '../find-elements.ts';

/** What holds more than this share of the page's text is not hidden on purpose. */
const MOST_HIDDEN = 0.3;

/**
 * Runs once scripts and boilerplate are gone.
 *
 * Pages hide their whole text until a script of theirs has run, or while a dialog stands over it.
 */
export const showHiddenBody: PagePass = {
  run({ clone }) {
    const whole = rawText(clone.body).length;
    for (const element of findAll(clone, '[style*="hidden"], [style*="none"], [hidden], [aria-hidden="true"]'))
      if (rawText(element).length > whole * MOST_HIDDEN)
        for (const name of ['style', 'hidden', 'aria-hidden']) element.removeAttribute(name);
  },
};
