import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Highlight } from '../../model/highlight.ts';
import type { ReaderActions } from '../reader/reader-surface.ts';
import type { Passage } from './use-passage.ts';
import type { PassageActions } from './use-passage-actions.ts';

/** Gives the reader the keys for the passage, and the highlights that are `lost`. */
export function usePassageKeys(
  passage: Passage | null,
  { current, cycle, note, remove }: PassageActions,
  lost: readonly Highlight[],
  onState: (state: { actions: ReaderActions; lost: readonly Highlight[] }) => void,
): void {
  const latest = useRef<ReaderActions>({});
  latest.current = { highlight: cycle, note: () => void note(), 'remove-highlight': remove };
  const offered = passage === null ? 'nothing' : current === null ? 'selection' : 'highlight';
  // Before the bar is painted: whoever sees it may press its key.
  useLayoutEffect(() => {
    const run = (action: 'highlight' | 'note' | 'remove-highlight') => () => latest.current[action]?.();
    const both = { highlight: run('highlight'), note: run('note') };
    const one = { 'remove-highlight': run('remove-highlight') };
    const actions = offered === 'nothing' ? {} : offered === 'selection' ? both : { ...both, ...one };
    onState({ actions, lost });
  }, [offered, lost]);
}
