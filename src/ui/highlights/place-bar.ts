/** Room between the bar and the passage, in px. */
const GAP = 10;
/** Height of the bar, in px, and half of its greatest width. */
const HEIGHT = 44;
const HALF_WIDTH = 190;
/** The reader's own bar may stand here, in px. */
const TOP = 56;

export interface BarPlace {
  left: number;
  top: number;
}

/** The sides of a box, in px from the top left of the window. */
type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/**
 * Where the bar stands: above the passage, below it when there is no room, and at the lower edge of the window when it
 * fills all of it. Never over the passage unless that covers the whole window.
 */
export function placeBar(passage: Box, window: { width: number; height: number }): BarPlace {
  const middle = (passage.left + passage.right) / 2;
  const half = Math.min(HALF_WIDTH, window.width / 2 - GAP);
  const left = Math.max(half + GAP, Math.min(middle, window.width - half - GAP));
  if (passage.top - GAP - HEIGHT >= TOP) return { left, top: passage.top - GAP - HEIGHT };
  const below = passage.bottom + GAP;
  return { left, top: Math.max(TOP, Math.min(below, window.height - HEIGHT - GAP)) };
}
