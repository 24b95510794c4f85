const BLOCKS =
  'p, h1, h2, h3, h4, h5, h6, li, dt, dd, pre, blockquote, figcaption, summary, tr, .picture, figure, .embed';

/**
 * The blocks of an article's body in document order, by which a reading position is kept. A block that holds others does
 * not count itself, so that every line of text belongs to one block.
 */
export function listTextBlocks(body: ParentNode): HTMLElement[] {
  return [...body.querySelectorAll<HTMLElement>(BLOCKS)].filter((block) => block.querySelector(BLOCKS) === null);
}

/** The block of text that an element is, or stands in; null where there is none. */
export function textBlockAround(element: Element): HTMLElement | null {
  const block = element.closest<HTMLElement>(BLOCKS);
  return block?.querySelector(BLOCKS) === null ? block : null;
}
