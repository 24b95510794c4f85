import type { PagePass } from '../extraction-pass.ts';
import { findAll, rawText } from '../find-elements.ts';

/**
 * Shows hidden elements that hold much of the page's text, once scripts and boilerplate are gone.
 *
 * Pages hide their whole text until a script has run, or while a dialog stands over it.
 */
export const showHiddenBody: PagePass = {
  run({ clone }) {
    // An element with more than this share of the page's text is not hidden on purpose.
    const most = rawText(clone.body).length * 0.3;
    // Elements that are neither HTML, SVG nor MathML have no style. Other declarations stay: passes read them.
    for (const element of findAll<HTMLElement>(clone, '[style*=none],[style*=hidden],[hidden],[aria-hidden=true]'))
      if (element.style && rawText(element).length > most) {
        element.style.display = element.style.visibility = element.ariaHidden = '';
        element.hidden = false;
      }
  },
};
