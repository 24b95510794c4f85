import { useEffect, useLayoutEffect, useReducer, useState } from 'preact/hooks';
import { RectoError } from '../../model/errors/recto-error.ts';
import { firstWhere } from '../../model/first-where.ts';
import type { Highlight } from '../../model/highlights/highlight.ts';
import type { Translate } from '../../model/message-key.ts';
import { copyText } from '../reader/copying/copy-text.ts';
import { focusAt } from '../reader/focus/focus-at.ts';
import { focusText } from '../reader/focus/focus-text.ts';
import { scrollTarget } from '../reader/position/scroller-view.ts';
import type { ReaderActions } from '../reader/reader-actions.ts';
import { HighlightBar } from './highlight-bar.tsx';
import type { HighlightTools } from './highlight-tools.ts';
import { placeBar, standingBar } from './place-bar.ts';
import { ToldHighlight } from './told-highlight.tsx';
import { useGoTo, useNextHighlight } from './use-go-to.ts';
import { type Painted, usePainted } from './use-painted.ts';
import { type Passage, seenText, usePassage } from './use-passage.ts';
import { usePassageActions, usePassageKeys } from './use-passage-actions.ts';

export interface HighlightRootProps {
  body: HTMLElement;
  tools: HighlightTools;
  translate: Translate;
  scroller: HTMLElement;
  /** The present actions of the reader's keys, and the highlights that cannot be placed. */
  onState: (state: { actions: ReaderActions; lost: readonly Highlight[] }) => void;
}

/** Paints the highlights of the body and lets passages be highlighted, coloured, noted and copied; draws the bar. */
export function HighlightRoot({ body, tools, translate, scroller, onState }: HighlightRootProps) {
  const painted = usePainted(body, tools.highlights);
  const { passage: followed, setPassage, byFinger } = usePassage(body, painted.placed);
  const passage = asPainted(followed, painted);
  const [editing, setEdited] = useEdited(passage);
  useFollowScroll(scroller, passage !== null);
  useGoTo(tools.goTo, painted, scroller, (found) => {
    setPassage(found);
    setEdited(tools.goTo?.note ? found : null);
  });

  const select = (next: Passage | null, edit = false) => {
    setPassage(next);
    setEdited(edit ? next : null);
  };
  const actions = usePassageActions(body, passage, tools, select);
  const next = useNextHighlight(body, painted.placed, followed, scroller, select);
  usePassageKeys(passage, { ...actions, next }, painted.lost, onState);
  const { current, highlight, recolour, note, remove } = actions;

  // Without scrollbars, unlike the window's own size.
  const window = { width: scroller.clientWidth, height: scroller.clientHeight };
  const box = passage?.range.getBoundingClientRect();
  // When the person reads on, other text is where the bar would be. A note that is being typed stays.
  const isAway = box !== undefined && !editing && (box.bottom < 0 || box.top > window.height);
  useEffect(() => {
    // Otherwise its keys would change what is out of sight. A selection stays.
    if (isAway && passage?.kind === 'highlight') setPassage(null);
  }, [isAway]);

  const isShown = passage && (passage.kind === 'highlight' ? current !== null : tools.showBar);
  const told = <ToldHighlight highlight={isAway ? null : current} {...{ editing, translate }} />;
  if (!isShown || !box || isAway) return told;
  const root = body.getRootNode();
  const ownBar = standingBar(root instanceof ShadowRoot ? root : body.ownerDocument, window);
  const leaving = (act: () => void) => () => actAndLeave(act, passage.range, body, scroller);
  const bar = (
    <HighlightBar
      key={current?.id ?? 'selection'}
      translate={translate}
      place={placeBar(box, window, {
        byFinger,
        ownBar,
        hasNote: editing || (current !== null && current.note !== ''),
      })}
      highlight={current}
      letterKeys={tools.letterKeys}
      editing={editing}
      onColour={recolour}
      onHighlight={leaving(() => void highlight())}
      onNote={() => void note()}
      onWrite={(text, before) => current && tools.writeNote(current, text, before)}
      onCopy={() => {
        void copyText(seenText(body, passage), scroller).catch((thrown) =>
          tools.fail(new RectoError('copy-refused', String(thrown))),
        );
      }}
      onRemove={leaving(remove)}
      onLeave={(to) => {
        select(null);
        goOnFrom(passage.range, to, body, scroller);
      }}
    />
  );
  return (
    <>
      {told}
      {bar}
    </>
  );
}

const idOf = (passage: Passage | null): string | null => (passage?.kind === 'highlight' ? passage.highlight.id : null);

/**
 * Whether the note of this passage is open, and a function to open one. Another highlight that is pressed, or the same
 * one again after it was put away, opens without its note.
 */
function useEdited(passage: Passage | null) {
  const [edited, setEdited] = useState<string | null>(null);
  const id = idOf(passage);
  useLayoutEffect(() => setEdited((before) => (before === id ? before : null)), [id]);
  return [edited !== null && edited === id, (opened: Passage | null) => setEdited(idOf(opened))] as const;
}

/**
 * A highlight's passage at its present place, since nothing is left of its former range when characters are exchanged.
 * One that was just added is not painted yet.
 */
function asPainted(passage: Passage | null, { placed }: Painted): Passage | null {
  if (passage?.kind !== 'highlight') return passage;
  const range = placed.find(({ highlight }) => highlight.id === passage.highlight.id)?.range ?? passage.range;
  return { ...passage, range };
}

/**
 * Gives the focus, which disappears with the bar, to what Tab reaches in the article next to the passage, or else to
 * the article. Otherwise Tab would go on from the end of the page.
 */
function goOnFrom(passage: Range, to: 'passage' | 'next' | 'previous', body: HTMLElement, scroller: HTMLElement): void {
  const stops = [...body.querySelectorAll<HTMLElement>('a[href], button, summary, [tabindex="0"]')];
  // A binary search in document order: comparing the passage with each of them, for which the browser counts siblings,
  // would take the square of their number.
  const behind = () => stops.slice(firstWhere(stops, (stop) => passage.comparePoint(stop, 0) > 0));
  const before = () =>
    stops
      .slice(
        0,
        firstWhere(stops, (stop) => passage.comparePoint(stop, 0) >= 0),
      )
      .reverse();
  const ways = to === 'next' ? behind() : to === 'previous' ? before() : [];
  // An element that is not shown, as in a block that was hidden, takes no focus.
  const isTaken = ways.some((stop) => {
    stop.focus();
    return focusAt(body) === stop;
  });
  if (!isTaken) focusText(body, scroller);
}

/** Does what takes away the button that was pressed, with its focus if it has that; the text gets it. */
function actAndLeave(act: () => void, passage: Range, body: HTMLElement, scroller: HTMLElement): void {
  act();
  goOnFrom(passage, 'passage', body, scroller);
}

/** Draws again while the page scrolls, so that the bar stays beside its passage. */
function useFollowScroll(scroller: HTMLElement, active: boolean): void {
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  useEffect(() => {
    if (!active) return;
    const end = new AbortController();
    const options = { passive: true, signal: end.signal };
    scrollTarget(scroller).addEventListener('scroll', () => redraw(0), options);
    scroller.ownerDocument.defaultView?.addEventListener('resize', () => redraw(0), options);
    return () => end.abort();
  }, [active, scroller]);
}
