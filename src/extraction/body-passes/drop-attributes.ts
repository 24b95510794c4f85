import type { BodyPass } from '../extraction-pass.ts';
import { attributeOrNull, findAll } from '../find-elements.ts';

/** Attributes that the reader uses. All others are the page's own styling and scripting. */
const KEPT = new Set(
  (
    'href src alt title id lang dir width height colspan rowspan scope headers start reversed value type open span ' +
    'datetime cite role data-tex class'
  ).split(' '),
);

/** Attributes of formulas, which say what is above what, and how large; the sanitiser knows them. */
const OF_FORMULA = /^(?!on|style)[a-z]+$/;

const KEPT_CLASS = /^(?:language-\S+|embed|footnotes|align-(?:center|end))$/;

/**
 * Leaves only the attributes and classes that mean something in the reader, so that a stored article is small and looks
 * like no site.
 *
 * Inline styles, classes and data attributes often weigh more than the text, and would carry the page's looks into the
 * reader.
 */
export const dropAttributes: BodyPass = {
  run(body) {
    for (const element of findAll(body, '*')) {
      for (const name of element.getAttributeNames())
        if (!KEPT.has(name) && !(OF_FORMULA.test(name) && element.closest('math'))) element.removeAttribute(name);
      const given = attributeOrNull(element, 'class');
      if (given === null) continue;
      const classes = given.split(/\s+/).filter((name) => KEPT_CLASS.test(name));
      if (classes.length > 0) element.setAttribute('class', classes.join(' '));
      else element.removeAttribute('class');
    }
  },
};
