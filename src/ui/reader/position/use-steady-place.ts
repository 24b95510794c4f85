import { useEffect } from 'preact/hooks';
import { rootOf } from '../../root-of.ts';
import type { Standing } from '../standing.ts';
import { textBlockAround } from './reading-place.ts';
import { isAtEnd, scrollTarget, viewOf } from './scroller-view.ts';

/**
 * The block at the upper edge of the view: which share of it is above the edge, and how far below the edge it begins,
 * in px.
 */
interface Held {
  block: HTMLElement;
  share: number;
  gap: number;
}

/** Steps in px in which a block is looked for, from edge to edge of the view. */
const STEP = 16;

/**
 * Keeps what is being read in place when the text is set differently: in another size, another typeface, or a window of
 * another width. The browser does so for content that is inserted, but not when the text itself changes
 * (https://drafts.csswg.org/css-scroll-anchoring/#suppression-triggers). Nothing is kept in place before the first
 * paragraph has reached the upper edge.
 */
export function useSteadyPlace(stands: Standing | null, scroller: HTMLElement): void {
  useEffect(() => {
    if (!stands) return;
    const { body } = stands;
    let held = holdPlace(body, scroller);
    let [height, top] = [body.offsetHeight, scroller.scrollTop];
    const note = () => {
      [height, top] = [body.offsetHeight, scroller.scrollTop];
    };
    const settle = () => {
      const distance = held && distanceTo(held, scroller);
      if (distance) scroller.scrollBy({ top: distance, behavior: 'instant' });
      note();
    };
    const follow = () => {
      const isOurs = Math.abs(scroller.scrollTop - top) <= 1;
      // If the text became shorter, that has scrolled it to its end, not the person.
      const isSetAnew = body.offsetHeight !== height && (isOurs || isAtEnd(scroller));
      if (isSetAnew) return settle();
      if (!isOurs) held = holdPlace(body, scroller);
      note();
    };
    const stop = new AbortController();
    const options = { passive: true, signal: stop.signal };
    scrollTarget(scroller).addEventListener('scroll', follow, options);
    // A hidden page is told of its last scrolling only when it is shown again, and its text may have changed by then.
    document.addEventListener('visibilitychange', follow, options);
    const growth = new ResizeObserver(settle);
    growth.observe(body);
    return () => {
      stop.abort();
      growth.disconnect();
    };
  }, [stands, scroller]);
}

function holdPlace(body: HTMLElement, scroller: HTMLElement): Held | null {
  const view = viewOf(scroller);
  const { left, top, width } = body.getBoundingClientRect();
  if (top >= view.top) return null;
  const root = rootOf(body);
  for (let y = view.top + 1; y < view.bottom; y += STEP) {
    const block = root
      .elementsFromPoint(left + width / 2, y)
      .map((found) => body.contains(found) && textBlockAround(found))
      .find((found) => found);
    if (!block) continue;
    const rect = block.getBoundingClientRect();
    const above = view.top - rect.top;
    return { block, share: Math.max(0, above) / rect.height, gap: Math.max(0, -above) };
  }
  return null;
}

/** How far the held block has moved down, in px; 0 when it is not laid out, or less than a pixel away. */
function distanceTo({ block, share, gap }: Held, scroller: HTMLElement): number {
  const { top, height } = block.getBoundingClientRect();
  const distance = top + height * share - gap - viewOf(scroller).top;
  return height > 0 && Math.abs(distance) > 1 ? distance : 0;
}
