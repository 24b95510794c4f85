/**
 * Calls back whenever the person comes back to this page, until the signal aborts: when the window gets the focus, and
 * when the Back button leads to a page from the cache, whose window may have had the focus all the time. Events from
 * the page's own scripts do not count.
 */
export function watchReturn(onReturn: () => void, signal: AbortSignal): void {
  for (const type of ['focus', 'pageshow'])
    addEventListener(type, (event) => event.isTrusted && onReturn(), { signal });
}
