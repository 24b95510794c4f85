/** Room that the standing bar takes, with the line below it, in px from either edge of the window. */
export interface BarRoom {
  above: number;
  below: number;
}

/**
 * The room that the page keeps above its title and below its end, in px (`--r-page-top` in page.css). A notice that
 * fits there moves nothing.
 */
const KEPT = 96;
/** If the bar takes more room than that, px left between it and the text. */
const FREE = 8;
/** Px left above the target of a jump, and between that and a bar that needs more. */
const [ROOM, GAP] = [72, 12];

/** The bar over what a scroller scrolls. */
const bars = new WeakMap<HTMLElement, HTMLElement>();

/** The room that the bar of a scroller takes; none where no bar is watched. */
export function barRoom(scroller: HTMLElement): BarRoom {
  const bar = bars.get(scroller);
  const height = bar ? heightOf(bar) : 0;
  const isBelow = bar && getComputedStyle(bar).position === 'fixed';
  return isBelow ? { above: 0, below: height } : { above: height, below: 0 };
}

/** How far below the upper edge, in px, the target of a jump stands: below the bar. */
export const roomAbove = (scroller: HTMLElement): number => Math.max(ROOM, barRoom(scroller).above + GAP);

/**
 * Gives the page more room when its bar takes more than is kept for it: in a narrow window a sentence takes several
 * lines. Panels do not count, because they cover the text only until they are closed. Gives the function that ends it.
 */
export function watchBarRoom(bar: HTMLElement, scroller: HTMLElement): () => void {
  bars.set(scroller, bar);
  const growth = new ResizeObserver(() => {
    const { above, below } = barRoom(scroller);
    // Not on the box around the text: when something above the text grows, the browser keeps the text in place.
    give(scroller, '.page-head, .overlay-side, .tab-side', '--r-room-above', above);
    give(scroller, '.page', '--r-room-below', below);
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

/** Only where needed, and only when it changes: each time the whole text is styled anew. */
function give(scroller: HTMLElement, boxes: string, name: string, taken: number): void {
  const more = taken > KEPT ? `${taken + FREE - KEPT}px` : '';
  for (const { style } of scroller.querySelectorAll<HTMLElement>(boxes))
    if (style.getPropertyValue(name) !== more) style.setProperty(name, more);
}
