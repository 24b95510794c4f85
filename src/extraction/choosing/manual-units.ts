import { findFirst } from '../find-elements.ts';
import { hasFewLinks, type TextUnit, weighUnits } from './text-units.ts';
import type { ReadingOfPage } from './unit-places.ts';

/** What a box around the text may add in links: reference pages name a type in every line, menus and bars are links alone. */
const MOST_LINKED = 0.6;

/** Within this many units of what is kept, before it and after it, a manual has nothing else. */
const GAP = 3;

/** A unit behind the last that is kept belongs to it from here on. */
const LIKELY_AFTER = 0.1;

/** When less than this share of what a manual's box has is found to be text, the finding is wrong. */
const FOUND = 2 / 3;

/**
 * The box of a manual's text: the one that the page declares, else the widest around what Readability kept that is not
 * made of links. Readability finds the longest description of a reference page, or its example, and calls the rest a menu.
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
 * What stands in the box of a manual's text from its first heading to what is likely last, lists of links left out.
 * `chances` says how likely each unit is, and `likely` which are kept for that.
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
    units.filter((unit, index) => box.contains(unit.element) && isOfText(unit, isNear(likely, index))),
  );
  const found = units.filter((unit, index) => text.has(unit) && (likely[index] || (index >= start && index <= last)));
  return weighUnits(found) < weighUnits([...text]) * FOUND ? [...text] : found;
}

/** Whether a unit is no list of links: terms (a chapter's contents are some), cells and signatures may hold nothing else. */
const isOfText = (unit: TextUnit, isBetween: boolean): boolean =>
  hasFewLinks(unit) ||
  isNote(unit) ||
  /^(?:DL|T[DH])$/.test(unit.element.tagName) ||
  (isBetween && unit.linked < unit.chars * 0.9 && !/^(?:[UO]L|P)$/.test(unit.element.tagName));

/** Generators of documentation agree on what a note's box is called. */
const isNote = ({ element }: TextUnit): boolean => !!element.closest('[class*=admonition]');

/** Whether units that are likely stand close before this one, and close after it. */
const isNear = (likely: readonly boolean[], index: number): boolean =>
  likely.slice(Math.max(0, index - GAP), index).includes(true) && likely.slice(index, index + 1 + GAP).includes(true);
