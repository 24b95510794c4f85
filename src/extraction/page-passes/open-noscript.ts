import type { PagePass } from '../extraction-pass.ts';
import { findAll, makeElement, rawText } from '../find-elements.ts';
import { parseHtml } from '../markup/elements.ts';

/** Characters; a shorter noscript is a notice or a counter. */
const SHORTEST = 800;

/** It must hold this many times the text of the rest of the page. */
const DOMINANCE = 1.5;

/**
 * Opens a `noscript` that holds most of the page's text.
 *
 * Pages that scripts draw keep their whole text there. Where the scripts have not run, there is no other.
 */
export const openNoscript: PagePass = {
  run({ clone }) {
    const { body } = clone;
    if (!body) return;
    const long = findAll(body, 'noscript').filter((element) => rawText(element).length > SHORTEST);
    if (long.length === 0) return;
    const seen = visibleLength(body);
    for (const element of long) {
      const parsed = parseHtml(rawText(element)).body;
      if (visibleLength(parsed) < Math.max(SHORTEST, seen * DOMINANCE)) continue;
      const box = makeElement(clone, 'div');
      box.append(...parsed.childNodes);
      if (element.id) box.id = element.id;
      element.replaceWith(box);
    }
  },
};

function visibleLength(root: Element): number {
  let length = rawText(root).replace(/\s+/g, ' ').length;
  for (const element of findAll(root, 'script, style, noscript, template')) {
    length -= rawText(element).replace(/\s+/g, ' ').length;
  }
  return length;
}
