import { SILENT } from '../block-text.ts';
import { weighText } from '../choosing/text-measure.ts';
import type { PagePass } from '../extraction-pass.ts';
import { attributeOf, findFirst, isText, namesOf, nextNode, rawText } from '../find-elements.ts';

/** What hides text until it is asked for: the article's own collapsed parts. */
const COLLAPSED =
  /collaps|expand|accordion|read-?more|show-?more|more-text|hidden-?content|content-?hidden|fold|toggle|tab-?(?:pane|panel|content)|details|truncat|clamp|faq|spoiler|transcript/i;
const COLLAPSED_ROLE = /^(?:tabpanel|region)$/;

/**
 * When more of the page's text than this is unseen, the page is only not drawn yet: single paragraphs are dropped then, and
 * what is drawn elsewhere, copies for phones.
 */
const MOST_UNSEEN = 0.3;

/** A box with less text is not worth asking the layout about. */
const SHORTEST = 40;
/** Nodes in which they are looked for one by one, before the whole text of a box is asked for. */
const FIRST_PIECES = 8;
/** To ask for so much text costs less than to look at its first piece. */
const SHORT = 4_000;
/** Boxes asked about; each costs some microseconds once the page is laid out. */
const MOST_ASKED = 3_000;

/** What holds no text that could be unseen. */
const NO_BOXES = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'svg', 'IMG', 'BR']);

/** Set on elements of the copy whose original is not drawn. */
export const UNSEEN = 'data-recto-unseen';

/**
 * Runs while live page and copy have the same shape, but for the last rows of long tables.
 *
 * Only the live page knows what is drawn, and the copy has its shape only until the first pass changes it.
 */
export const markUnseen: PagePass = {
  run({ live, clone }) {
    const { body } = clone;
    if (!live.body || !body || !live.defaultView) return;
    const unseen = findUnseen(live.body, body);
    if (unseen.length === 0) return;
    const hidden = unseen.reduce((sum, element) => sum + weighVisible(element), 0);
    const isNotDrawnYet = hidden > weighVisible(body, hidden / MOST_UNSEEN) * MOST_UNSEEN;
    const drawn = isNotDrawnYet ? drawnText(body, new Set(unseen)) : '';
    for (const element of unseen)
      if (!isNotDrawnYet || isSingle(element) || drawn.includes(rawText(element).trim()))
        element.setAttribute(UNSEEN, '');
  },
};

/** Weighted characters, counted no further than beyond `enough`. Scripts in the body are no text of the page, and often longer than all of it. */
function weighVisible(root: Element, enough = Number.POSITIVE_INFINITY): number {
  let weight = 0;
  for (let node: Node | null = root; node && weight <= enough; node = nextNode(node, root, !SILENT.has(node.nodeName)))
    if (isText(node)) weight += weighText(node.data);
  return weight;
}

function drawnText(root: Element, unseen: ReadonlySet<Node>): string {
  let text = '';
  for (let node: Node | null = root; node; node = nextNode(node, root, !unseen.has(node)))
    if (isText(node)) text += node.data;
  return text;
}

/**
 * Length of an element's text, white space and all: asked of the browser where it is `short` for sure or nothing but text, which costs
 * less than to look at a node, else of the first pieces, which mostly tell that it is long enough. Infinite where only that is known.
 */
function lengthOf(element: Element, short: boolean): number {
  if (short || !element.firstElementChild) return rawText(element).length;
  let length = 0;
  let steps = 0;
  for (let node = nextNode(element, element); node; node = nextNode(node, element)) {
    if (isText(node)) length += node.length;
    if (length >= SHORTEST) return Number.POSITIVE_INFINITY;
    if (++steps > FIRST_PIECES) return rawText(element).length;
  }
  return length;
}

/** One paragraph is hidden on purpose: a page that is not drawn yet hides the boxes around them. */
function isSingle(element: Element): boolean {
  return !findFirst(element, 'p, div, section, article, ul, ol, table');
}

/** Walks both trees in step from the top and stops at what is not drawn. */
function findUnseen(live: Element, copy: Element): Element[] {
  const unseen: Element[] = [];
  const pairs: [live: Element, copy: Element, short: boolean][] = [[live, copy, false]];
  let asked = 0;
  for (let pair = pairs.pop(); pair && asked < MOST_ASKED; pair = pairs.pop()) {
    let next = pair[1].firstElementChild;
    for (let child = pair[0].firstElementChild; child; child = child.nextElementSibling) {
      const twin = next;
      next = twin?.nextElementSibling ?? null;
      if (!twin || NO_BOXES.has(child.nodeName)) continue;
      const length = lengthOf(child, pair[2]);
      if (length < SHORTEST) continue;
      asked++;
      if (isDrawn(child)) pairs.push([child, twin, length < SHORT]);
      else if (!isCollapsed(child)) unseen.push(twin);
    }
  }
  return unseen;
}

/** `display: none` and `content-visibility` only: what is transparent or far down is often about to appear. */
function isDrawn(element: Element): boolean {
  return element.checkVisibility();
}

function isCollapsed(element: Element): boolean {
  for (let at: Element | null = element, steps = 0; at && steps < 3; at = at.parentElement, steps++) {
    if (COLLAPSED.test(namesOf(at)) || COLLAPSED_ROLE.test(attributeOf(at, 'role'))) return true;
    if (at.tagName === 'DETAILS' || at.hasAttribute('aria-labelledby')) return true;
  }
  return false;
}
