/**
 * Keeps full view at its size when the page changes the zoom of its root, as some pages do whenever the window changes
 * its size. That zoom would make everything in full view larger or smaller, too.
 */
export function keepZoom(host: Element, signal: AbortSignal): void {
  const { documentElement, defaultView } = host.ownerDocument;
  const dialog = host.shadowRoot?.querySelector('dialog');
  const adjust = () => {
    const wanted = `${1 / host.currentCSSZoom}`;
    if (dialog && dialog.style.zoom !== wanted) dialog.style.zoom = wanted;
  };
  // By an attribute of the root, or by a style sheet for windows of that width.
  const changes = new MutationObserver(adjust);
  changes.observe(documentElement, { attributes: true });
  // A page with a transition on everything has the new zoom only at its end.
  for (const type of ['resize', 'transitionend']) defaultView?.addEventListener(type, adjust, { signal });
  signal.addEventListener('abort', () => changes.disconnect());
  // For changes before this part was loaded.
  adjust();
}
