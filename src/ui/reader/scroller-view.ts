import type { View } from './reading-place.ts';

/** What of the article can be seen, in the coordinates of `getBoundingClientRect`. */
export function viewOf(scroller: HTMLElement): View {
  const top = scrollerTop(scroller);
  return { top, bottom: top + scroller.clientHeight };
}

/** Where the upper edge of the scroller's window is: the page's own scroller moves with its content. */
export function scrollerTop(scroller: HTMLElement): number {
  return isPage(scroller) ? 0 : scroller.getBoundingClientRect().top;
}

/** Where `scroll` events of a scroller arrive: the document's own scroller fires them at the document. */
export const scrollTarget = (scroller: HTMLElement): EventTarget =>
  isPage(scroller) ? scroller.ownerDocument : scroller;

const isPage = (scroller: HTMLElement): boolean => scroller === scroller.ownerDocument.documentElement;
