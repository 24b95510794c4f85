/** Room between the bar and the passage, in px. */
const GAP = 10;
/** Heights of the bar, in px: in one line, in a narrow window, and with a note below it. */
const [LOW, TWO_LINES, TALL] = [44, 88, 200];
/** The bar takes two lines in windows narrower than this, in px. */
const NARROW = 400;
/** Half of its greatest width, in px. */
const HALF_WIDTH = 190;
/** The reader's own bar may appear here, in px. */
const TOP = 56;
/** For fingers: px from the window's edge, and px that the handles hang below a selection. */
const [EDGE, HANDLES] = [16, 32];
/** The bar's place, in px from the edges of the window; it grows away from the passage, from `top` or `bottom`. */
export type BarPlace = { left: number } & ({ top: number } | { bottom: number });

/** The sides of a box, in px from the top left of the window. */
type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

interface BarState {
  /** A finger selects: the system shows a bar of its own above the passage, and handles below it. */
  byFinger: boolean;
  /** A note is below the buttons. */
  hasNote: boolean;
  /** Px from either edge that the reader's own bar and its line take now, as `standingBar` finds them. */
  ownBar: { above: number; below: number };
}

/**
 * Where the bar is placed: above the passage, or below it if there is no room. For a finger at the lower edge of the
 * window, or at the upper edge if the passage is down there. It covers the passage only if there is no other room in
 * the window.
 */
export function placeBar(passage: Box, window: { width: number; height: number }, state: BarState): BarPlace {
  const height = state.hasNote ? TALL : window.width < NARROW ? TWO_LINES : LOW;
  const middle = (passage.left + passage.right) / 2;
  const half = Math.min(HALF_WIDTH, window.width / 2 - GAP);
  const left = Math.max(half + GAP, Math.min(middle, window.width - half - GAP));
  const free = Math.max(TOP, state.ownBar.above);
  const above = passage.top - GAP - free;
  if (state.byFinger) {
    const edge = state.ownBar.below + EDGE;
    const below = window.height - passage.bottom - HANDLES - edge;
    return below < height && above >= height ? { left, top: free } : { left, bottom: edge };
  }
  if (above >= height) return { left, bottom: window.height - passage.top + GAP };
  const top = Math.max(free, passage.bottom + GAP);
  return top + height + GAP <= window.height ? { left, top } : { left, bottom: GAP };
}

/** Precision in px. */
const STEP = 4;

/**
 * Px that the reader's own bar takes at the upper and the lower edge of the window, with a notice or a panel. In the
 * overlay it is in a closed root and can be found only by asking what is at a point.
 */
export function standingBar(
  root: DocumentOrShadowRoot,
  window: { width: number; height: number },
): { above: number; below: number } {
  const isBar = (y: number) =>
    root.elementsFromPoint(window.width / 2, y).some((element) => element.closest('.reader-bar, .overlay-bar'));
  const measure = (pointAt: (taken: number) => number): number => {
    let taken = 0;
    while (taken < window.height && isBar(pointAt(taken))) taken += STEP;
    return taken;
  };
  return { above: measure((taken) => taken + STEP), below: measure((taken) => window.height - taken - 1) };
}
