import { scrollTarget } from './scroller-view.ts';

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
