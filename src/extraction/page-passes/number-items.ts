import type { PagePass } from '../extraction-pass.ts';
import { attributeOf, findAll } from '../find-elements.ts';
import { isElement, isHiddenByHand } from '../markup/elements.ts';

/** The number that each item of an ordered list had on the page. */
const numbers = new WeakMap<Element, number>();

/**
 * Notes the numbers of ordered lists while every item is there; `settle-numbers` gives them back.
 *
 * Advertisements and hidden items stand within lists. Without them the next steps would be counted anew, while the text
 * still speaks of step 4. Only the live page knows which items it counts (those shown as list items), so this runs
 * while both have the same items.
 */
export const numberItems: PagePass = {
  run({ live, clone }) {
    const items = findAll<HTMLElement>(live, ITEMS);
    const copies = findAll(clone, ITEMS);
    if (items.length !== copies.length) return;
    const isCounted = (item: HTMLElement): boolean =>
      live.defaultView ? getComputedStyle(item).display === 'list-item' : !isHiddenByHand(item);
    const passedOver = new Set(copies.filter((_, index) => !isCounted(items[index] as HTMLElement)));
    for (const list of findAll(clone, 'ol')) countItems(list, (item, number) => numbers.set(item, number), passedOver);
  },
};

const ITEMS = 'ol > li';

/** Calls `visit` with each item of a list that is not `passedOver`, its number now, and its number on the page. */
export function countItems(
  list: Element,
  visit: (item: Element, number: number, was: number) => void,
  passedOver?: ReadonlySet<Element>,
): void {
  const items = [...list.children].filter((item) => isElement(item, 'LI') && !passedOver?.has(item));
  const step = list.hasAttribute('reversed') ? -1 : 1;
  let number = integerIn(list, 'start') ?? (step > 0 ? 1 : items.length);
  for (const item of items) {
    const counted = integerIn(item, 'value') ?? number;
    const was = numbers.get(item) ?? counted;
    visit(item, counted, was);
    number = was + step;
  }
}

/**
 * The integer in an attribute; null where it is none, or too large for browsers to count with, from some ten digits on.
 */
function integerIn(element: Element, name: string): number | null {
  const number = Number.parseInt(attributeOf(element, name), 10);
  return number < 1e9 ? number : null;
}
