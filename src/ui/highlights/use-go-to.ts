import { useEffect, useRef } from 'preact/hooks';
import { readSelection } from '../../highlighting/read-selection.ts';
import { scrollUntilThere } from '../reader/scroller-view.ts';
import type { Painted, PlacedHighlight } from './use-painted.ts';
import type { Passage } from './use-passage.ts';

/** Scrolls to the highlight that the address names, once. */
export function useGoTo(
  id: string | null,
  { placed }: Painted,
  scroller: HTMLElement,
  onFound: (passage: Passage) => void,
): void {
  const done = useRef<string | null>(null);
  useEffect(() => {
    const found = placed.find(({ highlight }) => highlight.id === id);
    if (!found || done.current === id) return;
    done.current = id;
    scrollTo(found, scroller);
    onFound({ kind: 'highlight', ...found });
  }, [id, placed]);
}

/**
 * Gives how a key reaches the highlights that are there, which a pointer presses: each time the one behind the last, or the
 * first that is in sight or below where that is out of sight; after the last of the article the first. Those in blocks that
 * are hidden or folded are passed over. Null where there is none, and while there is a `passage` to do something with,
 * unless the key has led there: whoever presses it again goes on. It leaves alone whoever has just selected text. The
 * paragraph gets the focus, so that Tab leads on from there.
 */
export function useNextHighlight(
  body: HTMLElement,
  placed: readonly PlacedHighlight[],
  passage: Passage | null,
  scroller: HTMLElement,
  onFound: (passage: Passage) => void,
): (() => void) | null {
  const last = useRef<string | null>(null);
  // The passage itself: the same highlight, pressed or with its note opened since, is another.
  const reached = useRef<Passage | null>(null);
  if (passage?.kind === 'highlight') last.current = passage.highlight.id;
  if ((passage && passage !== reached.current) || placed.length === 0) return null;
  return () => {
    if (readSelection(body)) return;
    const inText = placed
      .filter(isDrawn)
      .toSorted((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
    const before = inText.findIndex(({ highlight, range }) => highlight.id === last.current && isInSight(range));
    const below = inText.findIndex(({ range }) => range.getBoundingClientRect().bottom > 0);
    const found = inText[before < 0 ? below : before + 1] ?? inText[0];
    if (!found) return;
    scrollTo(found, scroller);
    takeFocus(found.range);
    reached.current = { kind: 'highlight', ...found };
    onFound(reached.current);
  };
}

/** Whether it begins or ends in text that is drawn, which a hidden block or what is folded is not. */
const isDrawn = ({ range: { startContainer, endContainer } }: PlacedHighlight): boolean =>
  [startContainer, endContainer].some(({ parentElement }) => parentElement?.checkVisibility());

const windowOf = (scroller: HTMLElement): number => scroller.ownerDocument.defaultView?.innerHeight ?? 0;

const isInSight = (range: Range): boolean => {
  const { top, bottom } = range.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

/** A third of the window is above it: the bar comes there. */
function scrollTo({ range }: PlacedHighlight, scroller: HTMLElement): void {
  const third = windowOf(scroller) / 3;
  const distance = () => range.getBoundingClientRect().top - third;
  scrollUntilThere(scroller, distance, () => undefined);
}

function takeFocus({ startContainer }: Range): void {
  const block = startContainer.parentElement?.closest<HTMLElement>(
    'p, li, dd, dt, td, th, pre, blockquote, figcaption, h1, h2, h3, h4, h5, h6',
  );
  if (!block) return;
  if (!block.hasAttribute('tabindex')) block.tabIndex = -1;
  block.focus({ preventScroll: true });
}
