/**
 * Events that pages listen for to forbid copying, the context menu or scrolling. Inside the overlay they are none of the
 * page's business; we have no listeners of our own for them, so they can be stopped early.
 */
const STOPPED = ['copy', 'cut', 'contextmenu', 'selectstart', 'dragstart', 'wheel', 'touchmove'];

/**
 * Keeps events that happen in `host` from the page until the signal aborts. A page's earlier capture listener on
 * `window` is called before ours; that cannot be helped.
 */
export function quietPage(host: HTMLElement, signal: AbortSignal): void {
  const window = host.ownerDocument.defaultView;
  const stop = (event: Event) => {
    if (event.composedPath().includes(host)) event.stopImmediatePropagation();
  };
  for (const type of STOPPED) window?.addEventListener(type, stop, { capture: true, passive: true, signal });
  // Clicks are ours first: they stop on the way back up.
  for (const type of ['click', 'auxclick']) host.addEventListener(type, (event) => event.stopPropagation(), { signal });
}
