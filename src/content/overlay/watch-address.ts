import { pageAddress } from '../../model/address/page-address.ts';

/** How often the address is looked at in browsers without the Navigation API. */
const LOOK_EVERY_MS = 700;

/**
 * Calls back with whether the page is at another address than `from` (fragments aside) whenever a single-page
 * application may have moved, until the signal aborts. Also calls back at once, because the page may have moved while
 * it was read. By default `from` is the present address. `pushState` fires no event that an isolated world can hear,
 * except that of the Navigation API (Chrome 102, Firefox 147).
 */
export function watchAddress(
  window: Window,
  from: string | null,
  tell: (isElsewhere: boolean) => void,
  signal: AbortSignal,
): void {
  const start = pageAddress(from ?? window.location.href);
  const look = () => tell(pageAddress(window.location.href) !== start);
  const navigation: EventTarget | undefined = 'navigation' in window ? window.navigation : undefined;
  if (navigation) navigation.addEventListener('currententrychange', look, { signal });
  else {
    const timer = window.setInterval(look, LOOK_EVERY_MS);
    signal.addEventListener('abort', () => window.clearInterval(timer));
  }
  window.addEventListener('popstate', look, { signal });
  look();
}
