/**
 * Keeps full view as large as it is where the page changes the zoom of its root meanwhile, as some do whenever the window's
 * size changes: the page's zoom would make everything in it larger or smaller, too.
 */
export function keepZoom(host: Element, signal: AbortSignal): void {
  const { documentElement, defaultView } = host.ownerDocument;
  const dialog = host.shadowRoot?.querySelector('dialog');
  const adjust = () => {
    const wanted = `${1 / host.currentCSSZoom}`;
    if (dialog && dialog.style.zoom !== wanted) dialog.style.zoom = wanted;
  };
  // By an attribute of the root, or by its sheets, for a window of that width.
  const changes = new MutationObserver(adjust);
  changes.observe(documentElement, { attributes: true });
  // A page that lets all it changes change slowly has the new zoom at the end.
  for (const type of ['resize', 'transitionend']) defaultView?.addEventListener(type, adjust, { signal });
  signal.addEventListener('abort', () => changes.disconnect());
  // What has changed before this part was there.
  adjust();
}
