import { makeElement } from '../find-elements.ts';

/** A note that was taken out of the page. */
export interface Footnote {
  /** A list item with the note's content, without number and back-links. */
  content: Element;
  /** How many marks refer to it. */
  marks: number;
}

const stores = new WeakMap<Document, Map<number, Footnote>>();

/** Notes of a page by number, between the pass that takes them out and the one that puts them back. */
export function footnotesOf(page: Document): Map<number, Footnote> {
  let store = stores.get(page);
  if (!store) {
    store = new Map();
    stores.set(page, store);
  }
  return store;
}

/** The mark of a note, numbered like all: `count` says how often the note has been marked before and with this one. */
export function makeNoteMark(page: Document, number: number, count: number): Element {
  const mark = makeElement(page, 'sup');
  mark.id = count === 1 ? `fnref-${number}` : `fnref-${number}-${count}`;
  const link = makeElement(page, 'a');
  link.setAttribute('href', `#fn-${number}`);
  link.setAttribute('role', 'doc-noteref');
  link.textContent = String(number);
  mark.append(link);
  return mark;
}
