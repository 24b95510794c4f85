import { pageAddress } from '../../model/page-address.ts';

/** How often the address is looked at where there is no Navigation API, in milliseconds. */
const LOOK_EVERY = 700;

/**
 * Tells whether the page is at another address than `from`, fragments aside, whenever a single-page application has gone on or
 * back, until the signal aborts; at once too: it may have gone on while it was being read. Without `from` it is where it is now.
 * `pushState` fires no event that an isolated world can hear, other than the Navigation API's (Chrome 102, Firefox 147).
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
    const timer = window.setInterval(look, LOOK_EVERY);
    signal.addEventListener('abort', () => window.clearInterval(timer));
  }
  window.addEventListener('popstate', look, { signal });
  look();
}
