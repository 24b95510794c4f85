import { useLayoutEffect, useRef } from 'preact/hooks';
import { HIGHLIGHT_COLOURS, type Highlight, type HighlightColour } from '../../model/highlights/highlight.ts';
import type { ReaderActions } from '../reader/reader-actions.ts';
import type { HighlightTools } from './highlight-tools.ts';
import type { Passage } from './use-passage.ts';

interface PassageActions {
  /** The highlight that the passage is, as it is now; null where it is a selection, or was removed. */
  current: Highlight | null;
  /** Highlights the passage if it is not highlighted yet. Gives null when that could not be stored. */
  highlight: (colour?: HighlightColour) => Promise<Highlight | null>;
  recolour: (colour: HighlightColour) => void;
  /** Opens the note of the passage, and highlights the passage for that. */
  note: () => Promise<void>;
  remove: () => void;
  /** Highlights, or takes the next colour. */
  cycle: () => void;
  /** Puts the bar of the passage away. */
  leave: () => void;
}

/** The actions on a passage. `select` selects another passage, with its note open or not. */
export function usePassageActions(
  body: HTMLElement,
  passage: Passage | null,
  tools: HighlightTools,
  select: (passage: Passage | null, edit?: boolean) => void,
): PassageActions {
  const colour = useRef<HighlightColour>('yellow');
  const latest = useRef(passage);
  latest.current = passage;
  const current = passage?.kind === 'highlight' ? latestOf(passage.highlight, tools) : null;
  const highlight = async (wanted = colour.current): Promise<Highlight | null> => {
    if (!passage || current) return current;
    // A highlight that another window has removed is made again from its words.
    const { exact, prefix, suffix, start, end } = passage.kind === 'selection' ? passage.anchor : passage.highlight;
    const added = await tools.add({ exact, prefix, suffix, start, end, colour: wanted });
    if (!added) return null;
    // A person who has selected something else meanwhile, or nothing, is not led back.
    if (!isSamePassage(passage, latest.current)) return added;
    body.ownerDocument.getSelection()?.removeAllRanges();
    select({ kind: 'highlight', highlight: added, range: passage.range });
    return added;
  };
  const recolour = (wanted: HighlightColour) => {
    colour.current = wanted;
    if (current) tools.recolour(current, wanted);
    else void highlight(wanted);
  };
  const note = async () => {
    const noted = await highlight();
    if (!noted || !passage) return;
    if (tools.openNote) tools.openNote(noted);
    else select({ kind: 'highlight', highlight: noted, range: passage.range }, true);
  };
  const remove = () => {
    if (current) tools.remove(current);
    select(null);
  };
  const cycle = () => {
    if (!current) return void highlight();
    recolour(HIGHLIGHT_COLOURS[(HIGHLIGHT_COLOURS.indexOf(current.colour) + 1) % HIGHLIGHT_COLOURS.length] ?? 'yellow');
  };
  return { current, highlight, recolour, note, remove, cycle, leave: () => select(null) };
}

/** A new object is made for a passage whenever it is drawn, or when the pointer is lifted. */
function isSamePassage(one: Passage, other: Passage | null): boolean {
  if (one.kind === 'highlight') return other?.kind === 'highlight' && one.highlight.id === other.highlight.id;
  if (other?.kind !== 'selection') return false;
  return one.anchor.start === other.anchor.start && one.anchor.end === other.anchor.end;
}

/** The highlight as it is now; null once it was removed. One that was just added may not be listed yet. */
function latestOf(highlight: Highlight, tools: HighlightTools): Highlight | null {
  return tools.highlights.find(({ id }) => id === highlight.id) ?? null;
}

/**
 * Gives the reader the keys for the passage, and the highlights that are `lost`. The key that highlights goes to the
 * `next` highlight when there is no passage, or when it came to this one.
 */
export function usePassageKeys(
  passage: Passage | null,
  { current, cycle, note, remove, leave, next }: PassageActions & { next: (() => void) | null },
  lost: readonly Highlight[],
  onState: (state: { actions: ReaderActions; lost: readonly Highlight[] }) => void,
): void {
  const latest = useRef<ReaderActions>({});
  latest.current = { highlight: next ?? cycle, note: () => void note(), 'remove-highlight': remove, close: leave };
  const offered = passage === null ? (next ? 'next' : 'nothing') : current === null ? 'selection' : 'highlight';
  // Before the bar is painted: its key may be pressed as soon as the bar is visible.
  useLayoutEffect(() => {
    const run = (action: 'highlight' | 'note' | 'remove-highlight' | 'close') => () => latest.current[action]?.();
    const mark = { highlight: run('highlight') };
    const both = { ...mark, note: run('note') };
    const one = { ...both, 'remove-highlight': run('remove-highlight'), close: run('close') };
    onState({ actions: { nothing: {}, next: mark, selection: both, highlight: one }[offered], lost });
  }, [offered, lost]);
}
