import type { PagePass } from '../extraction-pass.ts';
import { findAll, findFirst } from '../find-elements.ts';

/** React names a part that is still to come `S:1`, and its place `B:1`, or `P:1` inside another part. */
const PART = 'div[hidden][id^="S:"]';

/**
 * Puts the parts of a page that React sends after its frame into their places.
 *
 * Servers stream slow parts behind the page, hidden, for a script to move. Where that script has not run, because
 * scripts are off or the page was stored, the article's sections stand unseen at the end of the page.
 */
export const placeStreamedParts: PagePass = {
  run({ clone }) {
    for (const part of findAll(clone, PART)) {
      const number = part.id.slice(2);
      if (!/^\w+$/.test(number)) continue;
      const place = findFirst(clone, `template[id="B:${number}"], template[id="P:${number}"]`);
      if (!place) continue;
      if (place.id.startsWith('B')) dropPlaceholder(place);
      place.replaceWith(...part.childNodes);
      part.remove();
    }
  },
};

/** What is shown until the part is there stands between its place and the comment `/$` that belongs to it. */
function dropPlaceholder(place: Element): void {
  const shown: ChildNode[] = [];
  let depth = 0;
  for (let next = place.nextSibling; next; next = next.nextSibling) {
    // Where comments have been taken out, another part begins before the next one.
    if (next.nodeName === 'TEMPLATE') return;
    const comment = next.nodeType === Node.COMMENT_NODE ? next.nodeValue : null;
    if (comment === '/$' && depth-- === 0) {
      for (const node of shown) node.remove();
      return;
    }
    if (comment?.startsWith('$')) depth++;
    shown.push(next);
  }
}
