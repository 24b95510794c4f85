/** How often the address is looked at where there is no Navigation API, in milliseconds. */
const LOOK_EVERY = 700;

/**
 * Calls back each time a single-page application goes to another address, fragments aside, until the signal aborts; at once
 * where it is not at `from` any more: it may have gone on while it was being read. Without `from` it is where it is now.
 * `pushState` fires no event that an isolated world can hear, other than the Navigation API's (Chrome 102, Firefox 147).
 */
export function watchAddress(window: Window, from: string | null, onMove: () => void, signal: AbortSignal): void {
  let known = withoutFragment(from ?? window.location.href);
  const look = () => {
    const address = withoutFragment(window.location.href);
    if (address === known) return;
    known = address;
    onMove();
  };
  const navigation: EventTarget | undefined = 'navigation' in window ? window.navigation : undefined;
  if (navigation) navigation.addEventListener('currententrychange', look, { signal });
  else {
    const timer = window.setInterval(look, LOOK_EVERY);
    signal.addEventListener('abort', () => window.clearInterval(timer));
  }
  window.addEventListener('popstate', look, { signal });
  look();
}

const withoutFragment = (address: string): string => address.replace(/#.*$/, '');
