/** Frames in which the parts of a very long text that come into view may still take their true height. */
const FRAMES = 10;

/**
 * Scrolls down by `distance()` px, and in the next frames as far as is still missing: on the way parts are laid out whose
 * height was guessed before (`part-long-text.ts`). A wheel, a key or a finger of the person ends it. `onScrolled` hears
 * of each step.
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
  for (const type of ['wheel', 'keydown', 'pointerdown'])
    view.addEventListener(type, () => stop.abort(), { signal, capture: true, passive: true });
  const again = (left: number) => {
    if (signal.aborted) return;
    if (left === 0 || !scroller.isConnected) return stop.abort();
    scroll();
    view.requestAnimationFrame(() => again(left - 1));
  };
  view.requestAnimationFrame(() => again(FRAMES));
}
