import { useEffect, useRef, useState } from 'preact/hooks';
import { describeRange } from '../../highlighting/find-anchor.ts';
import { readSelection } from '../../highlighting/read-selection.ts';
import { mapText, SKIPPED } from '../../highlighting/text-map.ts';
import type { Highlight, TextAnchor } from '../../model/highlights/highlight.ts';
import { highlightAt, type PlacedHighlight } from './use-painted.ts';

/** What the bar is about: text that is selected, or a highlight. */
export type Passage =
  | { kind: 'selection'; anchor: TextAnchor; range: Range }
  | { kind: 'highlight'; highlight: Highlight; range: Range };

/** How long a selection must stay the same before it counts. */
const REST_MS = 150;

interface FollowedPassage {
  passage: Passage | null;
  setPassage: (passage: Passage | null) => void;
  /** The last press on the text was with a finger. */
  byFinger: boolean;
}

/**
 * Follows which text is selected in the body, by mouse, finger or keys, and which highlight was pressed. The selection
 * is not changed: copying it and its context menu stay the browser's.
 */
export function usePassage(body: HTMLElement | null, placed: readonly PlacedHighlight[]): FollowedPassage {
  const [passage, setPassage] = useState<Passage | null>(null);
  const [byFinger, setByFinger] = useState(() => matchMedia('(pointer: coarse)').matches);
  const latest = useRef(placed);
  latest.current = placed;
  useEffect(() => {
    if (!body) return;
    const end = new AbortController();
    const { ownerDocument: document } = body;
    let timer = 0;
    let isDown = false;
    const look = () => {
      const range = readSelection(body);
      const anchor = range && describeRange(mapText(body), range);
      if (range && anchor) setPassage({ kind: 'selection', anchor, range });
      else setPassage((before) => (before?.kind === 'selection' ? null : before));
    };
    const lookSoon = () => {
      clearTimeout(timer);
      // Keys pressed meanwhile are not meant for the highlight before it.
      if (readSelection(body)) setPassage((before) => (before?.kind === 'highlight' ? null : before));
      if (!isDown) timer = window.setTimeout(look, REST_MS);
    };
    const onDown = (event: PointerEvent) => {
      isDown = true;
      setByFinger(event.pointerType === 'touch');
    };
    const onUp = (event: PointerEvent) => {
      isDown = false;
      lookSoon();
      const path = event.composedPath();
      // The press was on the article or on the page beside it. Controls are beside the text, too, but do not count.
      const isBeside = path[0] instanceof Node && path[0].contains(body);
      if ((!isBeside && !path.includes(body)) || readSelection(body)) return;
      const hit = highlightAt(latest.current, event.clientX, event.clientY);
      setPassage(hit ? { kind: 'highlight', ...hit } : null);
    };
    // The selection that caused this code to load may be there already.
    lookSoon();
    const options = { signal: end.signal, passive: true };
    document.addEventListener('selectionchange', lookSoon, options);
    body.addEventListener('pointerdown', onDown, options);
    const view = document.defaultView;
    view?.addEventListener('pointerup', onUp, { ...options, capture: true });
    view?.addEventListener('pointercancel', onUp, { ...options, capture: true });
    return () => {
      clearTimeout(timer);
      end.abort();
    };
  }, [body]);
  return { passage, setPassage, byFinger };
}

/** The text of a passage, without hidden blocks in it, as it is copied. */
export function seenText(body: HTMLElement, passage: Passage): string {
  const whole = passage.kind === 'highlight' ? passage.highlight : passage.anchor;
  const seen =
    body.querySelector('[data-hidden]') && describeRange(mapText(body, `${SKIPPED}, [data-hidden]`), passage.range);
  return (seen ?? whole).exact;
}
