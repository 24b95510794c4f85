import { useEffect, useRef } from 'preact/hooks';
import { readSelection } from '../../highlighting/read-selection.ts';
import { scrollUntilThere } from '../reader/position/scroller-view.ts';
import type { GoTo } from './highlight-tools.ts';
import type { Painted, PlacedHighlight } from './use-painted.ts';
import type { Passage } from './use-passage.ts';

/**
 * Scrolls to the highlight that the address names, once. Its paragraph gets the focus, so that keys are for the
 * highlight and Tab goes on from there; a note that is to be typed takes it from there.
 */
export function useGoTo(
  goTo: GoTo | null,
  { placed }: Painted,
  scroller: HTMLElement,
  onFound: (passage: Passage) => void,
): void {
  const done = useRef<GoTo | null>(null);
  useEffect(() => {
    const found = placed.find(({ highlight }) => highlight.id === goTo?.id);
    if (!found || done.current === goTo) return;
    done.current = goTo;
    scrollTo(found, scroller);
    takeFocus(found.range);
    onFound({ kind: 'highlight', ...found });
  }, [goTo, placed]);
}

/**
 * Gives the function by which a key goes from one highlight to the next, as a pointer goes to any: the one after the
 * last reached, or, if that is out of sight, the first that is in sight or below; after the last of the article the
 * first. Highlights in hidden or folded blocks are passed over.
 *
 * Null when there are no highlights, and while there is a `passage` to act on, unless the key has led there: it then
 * goes on. A person who has just selected text is not led away. The paragraph gets the focus, so that Tab goes on from
 * there.
 */
export function useNextHighlight(
  body: HTMLElement,
  placed: readonly PlacedHighlight[],
  passage: Passage | null,
  scroller: HTMLElement,
  onFound: (passage: Passage) => void,
): (() => void) | null {
  const last = useRef<string | null>(null);
  // The passage object, not its highlight: the same highlight pressed, or with its note opened since, is another
  // passage.
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

/** Whether it begins or ends in text that is drawn; hidden blocks and folded text are not. */
const isDrawn = ({ range: { startContainer, endContainer } }: PlacedHighlight): boolean =>
  [startContainer, endContainer].some(({ parentElement }) => parentElement?.checkVisibility());

const windowOf = (scroller: HTMLElement): number => scroller.ownerDocument.defaultView?.innerHeight ?? 0;

const isInSight = (range: Range): boolean => {
  const { top, bottom } = range.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

/** A third of the window is left above it, for the bar. */
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
