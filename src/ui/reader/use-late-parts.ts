import { useEffect } from 'preact/hooks';
import { colourCode } from './colour-code.ts';
import { drawFormulas } from './draw-formulas.ts';
import type { ReaderSurfaceParts } from './reader-surface.ts';

/** What an article gets after it stands: colours in its code, formulas drawn. `stands` changes with each new body. */
export function useLateParts(
  stands: { body: HTMLElement } | null,
  { loadPart, toFragment }: Pick<ReaderSurfaceParts, 'loadPart' | 'toFragment'>,
): void {
  useEffect(() => {
    if (!stands) return;
    const end = new AbortController();
    // The article reads without them: a part that does not come is not worth a message.
    colourCode(stands.body, loadPart, end.signal).catch(() => undefined);
    drawFormulas(stands.body, loadPart, toFragment, end.signal).catch(() => undefined);
    return () => end.abort();
  }, [stands]);
}
