/** The container must hold this share of what Readability kept. */
const ENOUGH_KEPT = 0.9;

/**
 * The smallest element that holds nearly all that Readability kept. `keptUnder` gives the characters kept in an element
 * and in all it holds, `total` those kept of the page.
 */
export function findContainer(body: Element, keptUnder: ReadonlyMap<Element, number>, total: number): Element {
  if (total === 0) return body;
  let container = body;
  for (;;) {
    const inner = [...container.children].find((child) => (keptUnder.get(child) ?? 0) >= total * ENOUGH_KEPT);
    if (!inner) return container;
    container = inner;
  }
}
