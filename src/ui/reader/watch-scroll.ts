import { scrollTarget } from './scroller-view.ts';

/** Calls back at most once a frame while the scroller scrolls or its window changes size, and once at the start. */
export function watchScroll(scroller: HTMLElement, onScroll: () => void, signal: AbortSignal): void {
  const window = scroller.ownerDocument.defaultView;
  let frame = 0;
  const soon = () => {
    frame ||=
      window?.requestAnimationFrame(() => {
        frame = 0;
        if (!signal.aborted) onScroll();
      }) ?? 0;
  };
  scrollTarget(scroller).addEventListener('scroll', soon, { passive: true, signal });
  window?.addEventListener('resize', soon, { passive: true, signal });
  soon();
}
