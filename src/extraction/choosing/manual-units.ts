import { attributeOf, findAll, findFirst } from '../find-elements.ts';
import { hasFewLinks, type TextUnit, weighUnits } from './text-units.ts';
import type { ReadingOfPage } from './unit-places.ts';

/**
 * Share of links in what a wider box adds. Reference pages name a type in every line; menus and bars are links alone.
 */
const MOST_LINKED = 0.6;

/** How near kept units must stand on both sides of a unit, so that it counts as between them. */
const GAP = 3;

/** A unit after the last kept one belongs to it from this likelihood on. */
const LIKELY_AFTER = 0.1;

/** When less than this share of the box's text is found, the finding is wrong and the whole box stays. */
const FOUND = 2 / 3;

/**
 * The box of a manual's text: the declared one, else the widest around what Readability kept that is not made of links.
 * Readability takes the longest description of a reference page, or its example, and thinks the rest a menu.
 */
export function findManualBox({ container, measures }: ReadingOfPage): Element {
  const declared = findFirst(container.ownerDocument, 'main, [role=main]');
  if (declared) return declared;
  let best = container;
  for (let at = container.parentElement; at && at.tagName !== 'BODY'; at = at.parentElement) {
    const [inner, outer] = [measures.get(best), measures.get(at)];
    if (inner && outer && outer.linked - inner.linked <= (outer.chars - inner.chars) * MOST_LINKED) best = at;
  }
  return best;
}

/**
 * The units in a manual's box, from its first heading to the last likely one, without lists of links. `chances` says
 * how likely each unit is, and `likely` which are likely enough.
 */
export function listManualUnits(
  units: readonly TextUnit[],
  box: Element,
  likely: readonly boolean[],
  chances: readonly number[],
): TextUnit[] {
  const first = likely.indexOf(true);
  let last = likely.lastIndexOf(true);
  for (let next = units[last + 1]; next && box.contains(next.element); next = units[last + 1]) {
    if ((chances[last + 1] ?? 0) < LIKELY_AFTER && !isNote(next)) break;
    last += 1;
  }
  const start = units.findIndex(
    ({ element }, index) => box.contains(element) && (index === first || /^H\d/.test(element.tagName)),
  );
  const text = new Set(
    units.filter(
      (unit, index) => box.contains(unit.element) && isOfText(unit, isNear(likely, index), units[index - 1]),
    ),
  );
  const found = units.filter((unit, index) => text.has(unit) && (likely[index] || (index >= start && index <= last)));
  return weighUnits(found) < weighUnits([...text]) * FOUND ? [...text] : found;
}

/**
 * Whether a unit is no list of links. Terms (as of a chapter's contents), cells and signatures may hold nothing but
 * links, and so may the paragraph below a heading: pages of Unix manuals end with *See also*.
 */
const isOfText = (unit: TextUnit, isBetween: boolean, above: TextUnit | undefined): boolean =>
  hasFewLinks(unit) ||
  isNote(unit) ||
  leadsToItself(unit) ||
  / (?:DL|T[DH])$|^H\d P$/.test(`${above?.element.tagName} ${unit.element.tagName}`) ||
  (isBetween && unit.linked < unit.chars * 0.9 && !/^(?:[UO]L|P)$/.test(unit.element.tagName));

/** Whether a unit is one link to its own section, as RDoc makes of signatures. Several links are labels of tabs. */
const leadsToItself = ({ element }: TextUnit): boolean => {
  const [link, other] = findAll(element, 'a');
  return !other && attributeOf(link, 'href') === `#${element.closest('[id]')?.id}`;
};

/** Generators of documentation agree on what a note's box is called. What links code is a member or a term, as DocC lists them. */
const isNote = ({ element }: TextUnit): boolean =>
  !!element.closest('[class*=admonition], .callout-header') || !!findFirst(element, 'a > code');

/** Whether likely units stand close before this one and close after it. */
const isNear = (likely: readonly boolean[], index: number): boolean =>
  likely.slice(Math.max(0, index - GAP), index).includes(true) && likely.slice(index, index + 1 + GAP).includes(true);
