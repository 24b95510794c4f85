import type { PagePass } from '../extraction-pass.ts';
import { findAll, findFirst } from '../find-elements.ts';

/** React's ids: `S:1` for a part that comes later, `B:1` for its place, `P:1` for its place inside another part. */
const PART = 'div[hidden][id^="S:"]';

/**
 * Puts the parts of a page that React streams later into their places.
 *
 * Servers send slow parts at the end of the page, hidden, for a script to move. Where that script has not run, because
 * scripts are off or the page was stored, these sections stay unseen.
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

/** Drops what is shown until the part comes: all between its place and the comment `/$` that belongs to it. */
function dropPlaceholder(place: Element): void {
  const shown: ChildNode[] = [];
  let depth = 0;
  for (let next = place.nextSibling; next; next = next.nextSibling) {
    // In a page without comments another part begins before the next one.
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
