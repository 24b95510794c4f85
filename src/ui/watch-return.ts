/**
 * Calls back whenever the person comes back to this page, until the signal aborts: when the window gets the focus, and when
 * the Back button leads to a page that was put by, whose window may have had the focus all the time. The page's own scripts
 * can send such events as often as they like, which calls nobody.
 */
export function watchReturn(onReturn: () => void, signal: AbortSignal): void {
  for (const type of ['focus', 'pageshow'])
    addEventListener(type, (event) => event.isTrusted && onReturn(), { signal });
}
