/** Where something stands in the window, in px. */
export interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Runs in a page: the boxes of the given elements, in any open root; null while one of them does not exist. */
export function boxesOf(...selectors: string[]): Box[] | null {
  const find = (root: ParentNode, selector: string): Element | null => {
    const inside = Array.from(root.querySelectorAll('*'), ({ shadowRoot }) => shadowRoot && find(shadowRoot, selector));
    return root.querySelector(selector) ?? inside.find(Boolean) ?? null;
  };
  const found = selectors.map((selector) => find(document, selector)?.getBoundingClientRect());
  return found.every((box) => box !== undefined && box.height > 0)
    ? found.map((box) => ({ top: 0, bottom: 0, left: 0, right: 0, ...(box?.toJSON() as object) }))
    : null;
}
