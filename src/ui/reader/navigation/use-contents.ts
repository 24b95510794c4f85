import { useEffect, useMemo, useState } from 'preact/hooks';
import { firstWhere } from '../../../model/first-where.ts';
import { textOf } from '../../text-of.ts';
import type { Standing } from '../standing.ts';

/** Room that the list needs beside the text, in px. */
const NARROWEST = 176;
/** Px between the edge of the window, the list and the text. */
const MARGINS = 44;

interface ContentsState {
  headings: readonly Heading[];
  /** Width beside the text, in px; null where the list must open below the bar. */
  sideWidth: number | null;
}

/** The headings of the article, and whether there is room for them beside it. Looks again when `hidden` changes. */
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

export interface Heading {
  element: HTMLElement;
  text: string;
  /** 0 for the article's highest rank, then 1 and 2; deeper ranks count as 2. */
  depth: 0 | 1 | 2;
}

/** Fewer headings than this are no help in finding the way. */
const FEWEST = 2;

/** The headings of an article that its table of contents shows, in order; empty where there are too few. */
function listHeadings(body: ParentNode): Heading[] {
  const elements = [...body.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')].filter(
    (element) =>
      textOf(element) !== '' && !element.closest('blockquote, table, [role="doc-endnotes"], .footnotes, [data-hidden]'),
  );
  if (elements.length < FEWEST) return [];
  let highest = 6;
  for (const element of elements) highest = Math.min(highest, rankOf(element));
  return elements.map((element) => ({
    element,
    text: textOf(element),
    depth: Math.min(2, rankOf(element) - highest) as Heading['depth'],
  }));
}

/** Index of the section that a line at `top` is in: the last heading above it; -1 before the first. */
export const currentHeading = (headings: readonly Heading[], top: number): number =>
  firstWhere(headings, ({ element }) => element.getBoundingClientRect().top > top) - 1;

const rankOf = (element: Element): number => Number(element.localName[1]);
