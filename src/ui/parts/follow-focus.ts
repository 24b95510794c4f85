import type { ReaderSettings } from '../../model/settings/reader-settings.ts';
import { adoptSheet } from '../adopt-sheet.ts';
import { blockAt, listTextBlocks } from '../reader/position/reading-place.ts';
import veil from '../styles/focus-veil.css?inline';

/** Where the eyes rest, as a share of the height of the view, until the pointer says otherwise. */
const REST = 0.36;

interface Band {
  top: number;
  bottom: number;
}

interface FollowOptions {
  mode: ReaderSettings['focus'];
  body: HTMLElement;
  scroller: HTMLElement;
  /** The sheets above and below what stays bright; fixed in the view. */
  above: HTMLElement;
  below: HTMLElement;
  signal: AbortSignal;
}

/** Keeps the two sheets on both sides of the paragraph, line or ruler that is being read, until the signal aborts. */
export function followFocus({ mode, body, scroller, above, below, signal }: FollowOptions): void {
  const options = { passive: true, signal };
  const view = scroller.ownerDocument.defaultView ?? window;
  const target: EventTarget = scroller === scroller.ownerDocument.documentElement ? scroller.ownerDocument : scroller;
  let eye = view.innerHeight * REST;
  let asked = 0;
  const draw = () => {
    asked = 0;
    const band = bandAt(mode, body, eye);
    above.style.setProperty('block-size', `${Math.max(0, band.top)}px`);
    below.style.setProperty('inset-block-start', `${band.bottom}px`);
  };
  const ask = () => {
    if (asked === 0) asked = view.requestAnimationFrame(draw);
  };
  const point = (event: PointerEvent) => {
    if (mode !== 'ruler') return;
    eye = event.clientY;
    ask();
  };
  adoptSheet(above, veil, signal);
  draw();
  target.addEventListener('scroll', ask, options);
  view.addEventListener('resize', ask, options);
  scroller.addEventListener('pointermove', point, options);
  // Pictures that load and another text size move the lines without scrolling.
  const growth = new ResizeObserver(ask);
  growth.observe(body);
  signal.addEventListener('abort', () => {
    growth.disconnect();
    view.cancelAnimationFrame(asked);
  });
}

function bandAt(mode: ReaderSettings['focus'], body: HTMLElement, eye: number): Band {
  const block = blockAt(listTextBlocks(body), eye);
  const line = Number.parseFloat(getComputedStyle(block ?? body).lineHeight) || 32;
  if (mode === 'ruler' || !block) return { top: eye - line, bottom: eye + line };
  const { top, bottom } = block.getBoundingClientRect();
  return mode === 'paragraph' ? widen({ top, bottom }, 6) : widen(lineAt(block, Math.max(top + 1, eye), line), 0);
}

/** The line of a block at a height, as tall as the line's own height. */
function lineAt(block: HTMLElement, y: number, height: number): Band {
  const range = block.ownerDocument.createRange();
  range.selectNodeContents(block);
  const rects = [...range.getClientRects()].filter((rect) => rect.height > 0);
  const rect = rects.find((found) => found.bottom >= y) ?? rects.at(-1) ?? block.getBoundingClientRect();
  const middle = (rect.top + rect.bottom) / 2;
  return { top: middle - height / 2, bottom: middle + height / 2 };
}

const widen = ({ top, bottom }: Band, by: number): Band => ({ top: top - by, bottom: bottom + by });
