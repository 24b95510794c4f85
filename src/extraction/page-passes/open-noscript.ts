import type { PagePass } from '../extraction-pass.ts';

/** A noscript element with less text holds a notice or a counter. */
const SHORTEST = 800;

/** It must hold this many times the text of the rest of the page. */
const DOMINANCE = 1.5;

export const openNoscript: PagePass = {
  name: 'open-noscript',
  why: 'Pages that scripts draw keep their whole text in noscript; where the scripts have not run, that is all there is.',
  run({ clone }) {
    const { body } = clone;
    if (!body) return;
    const long = [...body.querySelectorAll('noscript')].filter(
      (element) => (element.textContent ?? '').length > SHORTEST,
    );
    if (long.length === 0) return;
    const seen = visibleLength(body);
    for (const element of long) {
      const parsed = new DOMParser().parseFromString(element.textContent ?? '', 'text/html').body;
      if (visibleLength(parsed) < Math.max(SHORTEST, seen * DOMINANCE)) continue;
      const box = clone.createElement('div');
      box.append(...parsed.childNodes);
      if (element.id) box.id = element.id;
      element.replaceWith(box);
    }
  },
};

function visibleLength(root: Element): number {
  let length = (root.textContent ?? '').replace(/\s+/g, ' ').length;
  for (const element of root.querySelectorAll('script, style, noscript, template')) {
    length -= (element.textContent ?? '').replace(/\s+/g, ' ').length;
  }
  return length;
}
