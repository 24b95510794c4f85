import type { View } from './reading-place.ts';

/** What of the article can be seen, in the coordinates of `getBoundingClientRect`. */
export function viewOf(scroller: HTMLElement): View {
  const top = scrollerTop(scroller);
  return { top, bottom: top + scroller.clientHeight };
}

/** The upper edge of the scroller's window. The page's own scroller moves together with its content. */
export function scrollerTop(scroller: HTMLElement): number {
  return isPage(scroller) ? 0 : scroller.getBoundingClientRect().top;
}

/** Whether the end is reached, apart from the fraction of a px that a zoomed page leaves. */
export const isAtEnd = ({ scrollTop, clientHeight, scrollHeight }: HTMLElement): boolean =>
  scrollTop + clientHeight >= scrollHeight - 2;

/** The target of a scroller's `scroll` events: the document, for the document's own scroller. */
export const scrollTarget = (scroller: HTMLElement): EventTarget =>
  isPage(scroller) ? scroller.ownerDocument : scroller;

const isPage = (scroller: HTMLElement): boolean => scroller === scroller.ownerDocument.documentElement;

/** Calls back at most once a frame while the scroller scrolls or its window changes size, and once at the start. */
export function watchScroll(scroller: HTMLElement, onScroll: () => void, signal: AbortSignal): void {
  const window = scroller.ownerDocument.defaultView;
  let waits = false;
  const soon = () => {
    if (waits) return;
    waits = true;
    window?.requestAnimationFrame(() => {
      waits = false;
      if (!signal.aborted) onScroll();
    });
  };
  scrollTarget(scroller).addEventListener('scroll', soon, { passive: true, signal });
  window?.addEventListener('resize', soon, { passive: true, signal });
  soon();
}

/** Calls back at each wheel, key and finger of the person, by which the article may be scrolled. */
export function onInput(view: Window, signal: AbortSignal, callback: () => void): void {
  for (const type of ['wheel', 'keydown', 'pointerdown'])
    view.addEventListener(type, callback, { signal, capture: true, passive: true });
}

/** In this many frames parts of a very long text that come into view may still get their true height. */
const FRAMES = 10;

/**
 * Scrolls down by `distance()` px, and in the next frames by what is still missing: parts on the way, whose height was
 * only guessed before (`part-long-text.ts`), are laid out then. The person's wheel, key or finger ends it. `onScrolled`
 * is called after each step.
 */
export function scrollUntilThere(scroller: HTMLElement, distance: () => number, onScrolled: () => void): void {
  const scroll = () => {
    scroller.scrollTop += distance();
    onScrolled();
  };
  scroll();
  const view = scroller.ownerDocument.defaultView;
  if (!view || !scroller.querySelector('.part')) return;
  const stop = new AbortController();
  const { signal } = stop;
  onInput(view, signal, () => stop.abort());
  const again = (left: number) => {
    if (signal.aborted) return;
    if (left === 0 || !scroller.isConnected) return stop.abort();
    scroll();
    view.requestAnimationFrame(() => again(left - 1));
  };
  view.requestAnimationFrame(() => again(FRAMES));
}
