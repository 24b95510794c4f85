import { makeElement } from '../find-elements.ts';

/** A footnote that was taken out of the page. */
export interface Footnote {
  /** A list item with the note's content, without its number and its links back to the mark. */
  content: Element;
  /** How many marks refer to it. */
  marks: number;
}

const stores = new WeakMap<Document, Map<number, Footnote>>();

/** The footnotes of a page by number. One pass takes them out of the page, another puts them behind the article. */
export function footnotesOf(page: Document): Map<number, Footnote> {
  let store = stores.get(page);
  if (!store) {
    store = new Map();
    stores.set(page, store);
  }
  return store;
}

/**
 * Makes the mark of a footnote: its number in the text, as a link. `count` is 1 for the first mark of a note, 2 for the
 * second.
 */
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
