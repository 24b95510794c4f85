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
