import type { PagePass } from '../extraction-pass.ts';
import { attributeOf, findAll } from '../find-elements.ts';
import { isElement } from '../markup/elements.ts';
import { UNSEEN } from './mark-unseen.ts';

/** The number that each item of an ordered list had on the page. */
const numbers = new WeakMap<Element, number>();

/**
 * Notes the numbers of ordered lists while every item is there; `settle-numbers` gives them back to what is kept.
 *
 * Advertisements and hidden items stand within lists, and the steps behind one that is dropped would be counted anew,
 * while the text goes on to speak of step 4.
 */
export const numberItems: PagePass = {
  run({ clone }) {
    for (const list of findAll(clone, 'ol')) countItems(list, (item, number) => numbers.set(item, number));
  },
};

/** Calls `visit` with each item of a list and the number that it has as things are, and with that which it had on the page. */
export function countItems(list: Element, visit: (item: Element, number: number, was: number) => void): void {
  const items = [...list.children].filter((item) => isElement(item, 'LI') && !item.hasAttribute(UNSEEN));
  const step = list.hasAttribute('reversed') ? -1 : 1;
  let number = integerIn(list, 'start') ?? (step > 0 ? 1 : items.length);
  for (const item of items) {
    const counted = integerIn(item, 'value') ?? number;
    const was = numbers.get(item) ?? counted;
    visit(item, counted, was);
    number = was + step;
  }
}

function integerIn(element: Element, name: string): number | null {
  const number = Number.parseInt(attributeOf(element, name), 10);
  return Number.isNaN(number) ? null : number;
}
