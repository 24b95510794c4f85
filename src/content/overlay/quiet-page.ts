/**
 * Events that pages listen for to forbid copying, the context menu or scrolling. Inside the overlay they are none of the
 * page's business; but for copying we have no listeners of our own, so they can be stopped early.
 */
const STOPPED = ['cut', 'contextmenu', 'selectstart', 'dragstart', 'wheel', 'touchmove'];

/**
 * Keeps events that happen in `host` from the page until the signal aborts. A page's earlier capture listener on
 * `window` is called before ours; that cannot be helped.
 */
export function quietPage(host: HTMLElement, onCopy: (event: ClipboardEvent) => void, signal: AbortSignal): void {
  const stop = (event: Event) => {
    if (event.composedPath().includes(host)) event.stopImmediatePropagation();
  };
  const copy = (event: ClipboardEvent) => {
    if (event.composedPath().includes(host)) onCopy(event);
    stop(event);
  };
  addEventListener('copy', copy, { capture: true, signal });
  for (const type of STOPPED) addEventListener(type, stop, { capture: true, passive: true, signal });
  // Clicks are ours first: they stop on the way back up.
  for (const type of ['click', 'auxclick']) host.addEventListener(type, (event) => event.stopPropagation(), { signal });
}
