import { useEffect } from 'preact/hooks';
import type { LoadPart } from '../parts/load-part.ts';
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

/** Colours the code of an article by language until the signal aborts (colour-blocks.ts); nothing is loaded where there is none. */
async function colourCode(body: HTMLElement, loadPart: LoadPart, signal: AbortSignal): Promise<void> {
  const blocks = [...body.querySelectorAll<HTMLElement>('pre > code[class*="language-"]')];
  if (blocks.length > 0) await (await loadPart('code'))(blocks, signal);
}
