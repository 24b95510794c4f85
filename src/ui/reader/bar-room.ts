/** What the bar takes of the window when it stands, with what it says below its line, in px from either edge. */
export interface BarRoom {
  above: number;
  below: number;
}

/** The page keeps so much room above its title and below its end, in px (`--page-top` in page.css): a line in it moves nothing. */
const KEPT = 96;
/** Where the bar takes more than that, so much is left free between it and the text, in px. */
const FREE = 8;
/** So much room is left above what is gone to, in px, and so much between it and a bar that needs more. */
const [ROOM, GAP] = [72, 12];

/** The bar over what a scroller scrolls. */
const bars = new WeakMap<HTMLElement, HTMLElement>();

/** What the bar of a scroller takes; nothing where none is watched. */
export function barRoom(scroller: HTMLElement): BarRoom {
  const bar = bars.get(scroller);
  const height = bar ? heightOf(bar) : 0;
  const isBelow = bar && getComputedStyle(bar).position === 'fixed';
  return isBelow ? { above: 0, below: height } : { above: height, below: 0 };
}

/** How far below the upper edge what is gone to stands, in px: below the bar. */
export const roomAbove = (scroller: HTMLElement): number => Math.max(ROOM, barRoom(scroller).above + GAP);

/**
 * Gives the page more room where its bar takes more than is kept for it: in a narrow window a sentence takes several lines.
 * Panels do not count: they are over the text until they are closed. Gives what ends it.
 */
export function watchBarRoom(bar: HTMLElement, scroller: HTMLElement): () => void {
  bars.set(scroller, bar);
  const growth = new ResizeObserver(() => {
    const { above, below } = barRoom(scroller);
    // Not on what encloses the text: the browser keeps the text where it is when something above it grows.
    give(scroller.querySelector('.page-head'), '--room-above', above);
    give(scroller.querySelector('.page'), '--room-below', below);
  });
  growth.observe(bar);
  return () => {
    growth.disconnect();
    bars.delete(scroller);
  };
}

function heightOf(bar: HTMLElement): number {
  let height = 0;
  for (const child of bar.children)
    if (child instanceof HTMLElement && !child.matches('.reader-bar-drop')) height += child.offsetHeight;
  return height;
}

/** Only where it is needed, and only when it changes: styles of the whole text would be worked out anew. */
function give(box: HTMLElement | null, name: string, taken: number): void {
  const more = taken > KEPT ? `${taken + FREE - KEPT}px` : '';
  if (box && box.style.getPropertyValue(name) !== more) box.style.setProperty(name, more);
}
