/** An element as a content script has it in Firefox. */
type ElementWithRoot = Element & { openOrClosedShadowRoot?: ShadowRoot | null };

/** What can have a shadow root without being a custom element (https://dom.spec.whatwg.org/#valid-shadow-host-name). */
const HOSTS = /-|^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/** So many elements of a tree are looked at, the last ones first: what covers a page mostly stands at its end. */
const MOST = 20_000;

/** So many in one turn, about two milliseconds: all of them at once would hold up whoever begins to scroll. */
const PER_TURN = 500;

/**
 * Watches what opens in the page from now on, also in its shadow trees, open and closed, and in those that come later:
 * `toggle` events do not leave their tree, and no observer looks into one. Of `host`, full view's own, nothing is watched.
 * Calls `onToggle` with each `toggle` event in a shadow tree, and `look` after it, when a dialog was opened or closed, and
 * once the elements that are there have been looked at, for what has opened before.
 */
export function watchRoots(
  host: Element,
  onToggle: (event: Event) => void,
  look: () => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const { ownerDocument: document } = host;
  const opening = new MutationObserver(look);
  const growth = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) if (node instanceof Element) enter(node);
  });
  signal.addEventListener('abort', () => {
    opening.disconnect();
    growth.disconnect();
  });
  const known = new WeakSet<ShadowRoot>();
  const hear = (event: Event) => {
    onToggle(event);
    look();
  };

  function enter(element: Element): void {
    watchRootOf(element);
    // A control can be named so, and hides its form's own method.
    void watchRootsOf(Element.prototype.querySelectorAll.call(element, '*'));
  }

  async function watchRootsOf(elements: NodeListOf<Element>): Promise<void> {
    for (let seen = 0; seen < Math.min(elements.length, MOST); seen += 1) {
      if (seen % PER_TURN === PER_TURN - 1) await new Promise((resolve) => setTimeout(resolve));
      const element = elements[elements.length - 1 - seen];
      if (!element || signal.aborted) return;
      watchRootOf(element);
    }
  }

  function watchRootOf(element: Element): void {
    const root = HOSTS.test(element.localName) && element !== host && rootOf(element);
    if (!root || known.has(root)) return;
    known.add(root);
    root.addEventListener('toggle', hear, { capture: true, signal });
    observe(root);
    void watchRootsOf(root.querySelectorAll('*'));
  }

  function observe(tree: Node): void {
    opening.observe(tree, { subtree: true, attributes: true, attributeFilter: ['open'] });
    growth.observe(tree, { subtree: true, childList: true });
  }

  observe(document);
  void watchRootsOf(document.querySelectorAll('*')).then(look);
}

/** The root of an element, also a closed one. Chromium's function takes HTML elements alone, and throws for others. */
function rootOf(element: ElementWithRoot): ShadowRoot | null | undefined {
  const { openOrClosedShadowRoot } = element;
  if (openOrClosedShadowRoot || !(element instanceof HTMLElement)) return openOrClosedShadowRoot;
  return globalThis.chrome?.dom?.openOrClosedShadowRoot(element) ?? element.shadowRoot;
}
