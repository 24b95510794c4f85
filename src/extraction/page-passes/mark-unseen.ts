import { pattern } from '../../model/pattern.ts';
import { SILENT } from '../block-text.ts';
import { weighText } from '../choosing/text-measure.ts';
import type { PagePass } from '../extraction-pass.ts';
import { attributeOf, findFirst, isText, namesOf, nextNode, rawText, walkTexts } from '../find-elements.ts';

/**
 * The article's own collapsed parts, which hide text until it is asked for, and what NitroPack hides below the window for
 * up to three seconds, until the styles are there (`nitro-offscreen`, on single paragraphs, too).
 */
const COLLAPSED = pattern('i')`
  collaps|expand|accordion|(?:read|show)-?more|more-text|hidden-?content|content-?hidden|fold|toggle
  |tab-?(?:pane|content)|details|truncat|clamp|faq|spoiler|transcript|nitro-o`;
const COLLAPSED_ROLE = /^(?:tabpanel|region)$/;

/**
 * When more of the page's text than this is unseen, the page is not drawn yet. Then only single paragraphs are dropped, and
 * copies of what is drawn, as for phones.
 */
const MOST_UNSEEN = 0.3;

/** The layout is not asked about boxes with less text. */
const SHORTEST = 40;
/** Nodes whose texts are added up one by one before a box is asked for its whole text. */
const FIRST_PIECES = 8;
/** Asking for so much text costs less than looking at its first node. */
const SHORT = 4_000;
/** How many boxes are asked about; each costs some microseconds once the page is laid out. */
const MOST_ASKED = 3_000;

/** Elements without text that could be unseen. */
const NO_BOXES = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'svg', 'IMG', 'BR']);

/** Set on elements of the copy whose original is not drawn. */
export const UNSEEN = 'data-recto-unseen';

/**
 * Marks what the live page does not draw.
 *
 * Only the live page knows. So this runs while the copy still has its shape, apart from the last rows of long tables.
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

/**
 * Weighted characters of the visible text, counted no further than `enough`. Scripts in the body are no text, and often
 * longer than all of it.
 */
function weighVisible(root: Element, enough = Number.POSITIVE_INFINITY): number {
  let weight = 0;
  const texts = walkTexts(root);
  for (let text = texts.nextNode(); text && weight <= enough; text = texts.nextNode())
    if (!SILENT.has(text.parentNode?.nodeName ?? '')) weight += weighText((text as Text).data);
  return weight;
}

function drawnText(root: Element, unseen: ReadonlySet<Node>): string {
  let text = '';
  for (let node: Node | null = root; node; node = nextNode(node, root, !unseen.has(node)))
    if (isText(node)) text += node.data;
  return text;
}

/**
 * Length of an element's text with its white space. The browser is asked for the whole where it is surely `short`, or
 * nothing but text, which costs less than looking at a node. Otherwise the first nodes mostly tell that it is long
 * enough; then it is infinite.
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

/**
 * Whether an element is a single paragraph, which is hidden on purpose: a page that is not drawn yet hides the boxes
 * around them.
 */
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

/**
 * Whether an element is drawn, by `display: none` and `content-visibility` only: what is transparent or far down is
 * often about to appear.
 */
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
