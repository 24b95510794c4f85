import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Heading, listHeadings } from './list-headings.ts';
import type { Standing } from './standing.ts';

/** The list needs so much room beside the text, in px. */
const NARROWEST = 176;
/** Between the window's edge, the list and the text, in px. */
const MARGINS = 44;

interface ContentsState {
  headings: readonly Heading[];
  /** Width that there is beside the text, in px; null where it has to open below the bar. */
  sideWidth: number | null;
}

/** The headings of the article that stands, and whether there is room for them beside it. Looks again when `hidden` changes. */
export function useContents(stands: Standing | null, scroller: HTMLElement, hidden?: unknown): ContentsState {
  const headings = useMemo(() => (stands ? listHeadings(stands.body) : []), [stands, hidden]);
  const [sideWidth, setSideWidth] = useState<number | null>(null);
  useEffect(() => {
    const view = scroller.ownerDocument.defaultView;
    if (!stands || headings.length === 0 || !view) return setSideWidth(null);
    const look = () => setSideWidth(widthBeside(stands.body, scroller));
    const watcher = new view.ResizeObserver(look);
    watcher.observe(stands.body);
    watcher.observe(scroller);
    return () => watcher.disconnect();
  }, [stands, headings, scroller]);
  return { headings, sideWidth };
}

function widthBeside(body: HTMLElement, scroller: HTMLElement): number | null {
  const [text, window] = [body.getBoundingClientRect(), scroller.getBoundingClientRect()];
  const rightToLeft = scroller.ownerDocument.defaultView?.getComputedStyle(scroller).direction === 'rtl';
  const room = Math.floor(rightToLeft ? window.right - text.right : text.left - window.left) - MARGINS;
  return room >= NARROWEST ? room : null;
}
