/** An element as Firefox gives it to a content script. */
type ElementWithRoot = Element & { openOrClosedShadowRoot?: ShadowRoot | null };

/** What can have a shadow root without being a custom element (https://dom.spec.whatwg.org/#valid-shadow-host-name). */
const HOSTS = /-|^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/** At most this many elements of a tree are looked at, from its end, where what covers a page usually is. */
const MOST = 20_000;

/** Elements looked at in one turn, which takes about two milliseconds. All at once would delay scrolling. */
const PER_TURN = 500;

/**
 * Watches what opens in the page from now on, even in its shadow trees, open or closed, present or future: `toggle`
 * events do not leave their tree, and an observer does not see into it. Full view's own `host` is not watched.
 *
 * Calls `onToggle` for each `toggle` event in a shadow tree. Calls `look` after each of these, after a dialog was opened
 * or closed, and once all present elements have been looked at, because something may have opened before.
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
    // By the prototype: a form control of this name hides the form's own method.
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
    const root = HOSTS.test(element.localName) && element !== host && shadowRootOf(element);
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

/**
 * The shadow root of an element, even a closed one. Chromium's function throws for elements other than HTML ones. Called
 * without `platform/browser.ts`, which components may not import.
 */
function shadowRootOf(element: ElementWithRoot): ShadowRoot | null | undefined {
  const { openOrClosedShadowRoot } = element;
  if (openOrClosedShadowRoot || !(element instanceof HTMLElement)) return openOrClosedShadowRoot;
  return globalThis.chrome?.dom?.openOrClosedShadowRoot(element) ?? element.shadowRoot;
}
