import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { readSelection } from '../../highlighting/read-selection.ts';
import type { Highlight } from '../../model/highlights/highlight.ts';
import type { MountedHighlights } from '../parts/mount-highlights.tsx';
import type { ReaderActions } from '../reader/reader-actions.ts';
import type { ReaderSurfaceParts } from '../reader/reader-surface.ts';
import type { HighlightTools } from './highlight-tools.ts';

/** What the reader gets of highlights. */
export interface Highlights {
  actions: ReaderActions;
  /** Highlights whose text is not in the article any more. */
  lost: readonly Highlight[];
  /** The box in which the bar is drawn. */
  slot: VNode;
}

/**
 * Highlights of the body that stands. Their code is an optional part: it is loaded when there is a highlight, or text
 * is first selected.
 */
export function useHighlightsPart(
  body: HTMLElement | null,
  tools: HighlightTools | null,
  { translate, scroller, loadPart }: Pick<ReaderSurfaceParts, 'translate' | 'scroller' | 'loadPart'>,
): Highlights {
  const [host, setHost] = useState<HTMLElement | null>(null);
  const [mounted, setMounted] = useState<MountedHighlights | null>(null);
  const [state, setState] = useState(NOTHING);
  const selected = useSelected(body);
  const isWanted = tools !== null && host !== null && (selected || tools.highlights.length > 0 || tools.goTo !== null);

  useEffect(() => {
    if (!isWanted) return;
    let ended = false;
    let own: MountedHighlights | null = null;
    loadPart('highlights').then(
      (mount) => {
        if (ended) return;
        own = mount(host);
        setMounted(own);
      },
      // Otherwise highlights would not be shown, or the bar would not appear at a selection, without a word.
      (thrown) => ended || tools.fail(thrown),
    );
    return () => {
      ended = true;
      own?.unmount();
    };
  }, [isWanted, host]);
  useLayoutEffect(() => {
    if (mounted && body && tools) mounted.update({ body, tools, translate, scroller, onState: setState });
  });
  // The state belongs to one text: an older copy that is shown has no highlights.
  return { ...(tools ? state : NOTHING), slot: <div ref={setHost} /> };
}

const NOTHING: Omit<Highlights, 'slot'> = { actions: {}, lost: [] };

/** Whether text was selected since the body stands; true from the first time on. */
function useSelected(body: HTMLElement | null): boolean {
  const [selected, setSelected] = useState(false);
  useEffect(() => {
    if (!body || selected) return;
    const { ownerDocument: document } = body;
    const onChange = () => {
      if (readSelection(body)) setSelected(true);
    };
    document.addEventListener('selectionchange', onChange);
    // Text may have been selected before this ran.
    onChange();
    return () => document.removeEventListener('selectionchange', onChange);
  }, [body, selected]);
  return selected;
}
