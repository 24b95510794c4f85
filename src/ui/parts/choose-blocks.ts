import { adoptSheet } from '../adopt-sheet.ts';
import type { BarRoom } from '../reader/bar/bar-room.ts';
import { isHidden, listHideable, shownBox } from '../reader/hiding/hidden-blocks.ts';
import css from '../styles/choosing.css?inline';

interface ChoosingOptions {
  body: HTMLElement;
  scroller: HTMLElement;
  /** What covers the edges of the scroller's window. */
  covered: () => BarRoom;
  /** Called with the index among the blocks that can be hidden. */
  onPress: (index: number) => void;
}

export interface Choosing {
  next(): void;
  previous(): void;
  /** Acts on the chosen block as a click on it does. */
  press(): void;
  /** Brings the chosen block to where it can be seen. */
  show(): void;
  stop(): void;
}

/** Px between the chosen block and the edges of the window, and between it and what covers them. */
const [MARGIN, GAP] = [96, 12];

/**
 * Lets the person choose blocks of an article by pointer or keyboard: the optional part `hiding`. Meanwhile hidden
 * blocks are shown struck out, so that they can be taken back.
 */
export function chooseBlocks({ body, scroller, covered, onPress }: ChoosingOptions): Choosing {
  const end = new AbortController();
  const blocks = listHideable(body);
  const boxes = blocks.map(shownBox);
  const top = scroller === scroller.ownerDocument.documentElement ? 0 : scroller.getBoundingClientRect().top;
  let at = -1;
  adoptSheet(body, css, end.signal);

  const choose = (index: number) => {
    boxes[at]?.removeAttribute('data-chosen');
    at = Math.min(Math.max(0, index), boxes.length - 1);
    boxes[at]?.setAttribute('data-chosen', '');
  };
  /** By key, where the block may be out of sight. */
  const chooseAndShow = (index: number) => {
    choose(index);
    const box = boxes[at];
    if (box) bring(box, scroller, top, covered());
  };
  const indexAt = (event: Event) => {
    const [target] = event.composedPath();
    return target instanceof Node ? boxes.findIndex((box) => box.contains(target)) : -1;
  };
  const listen = { capture: true, signal: end.signal };
  body.addEventListener(
    'pointermove',
    (event) => {
      const index = indexAt(event);
      if (index >= 0 && index !== at) choose(index);
    },
    listen,
  );
  // Links, pictures and notes do nothing meanwhile: a press chooses.
  body.addEventListener(
    'click',
    (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      const index = indexAt(event);
      if (!event.isTrusted || index < 0) return;
      choose(index);
      onPress(index);
    },
    listen,
  );
  body.dataset['choosing'] = '';
  chooseAndShow(boxes.findIndex((box) => box.getBoundingClientRect().bottom > top + MARGIN && !isHidden(box)));
  return {
    next: () => chooseAndShow(at + 1),
    previous: () => chooseAndShow(at - 1),
    press: () => onPress(at),
    show: () => chooseAndShow(at),
    stop() {
      end.abort();
      delete body.dataset['choosing'];
      for (const box of boxes) box.removeAttribute('data-chosen');
      // The page as a whole cannot be given the focus.
      boxes.find((box) => box.matches(':focus'))?.blur();
    },
  };
}

/** Shows a block, with the focus, so that a screen reader says what is chosen. */
function bring(box: HTMLElement, scroller: HTMLElement, top: number, covered: BarRoom): void {
  if (!box.hasAttribute('tabindex')) box.tabIndex = -1;
  box.focus({ preventScroll: true });
  const rect = box.getBoundingClientRect();
  const first = top + Math.max(MARGIN, covered.above + GAP);
  const last = top + scroller.clientHeight - Math.max(MARGIN, covered.below + GAP);
  if (rect.top < first || (rect.bottom > last && rect.height > (last - first) / 2))
    scroller.scrollTop += rect.top - first;
  else if (rect.bottom > last) scroller.scrollTop += rect.bottom - last;
}
