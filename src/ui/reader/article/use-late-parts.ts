import { useEffect } from 'preact/hooks';
import type { LoadPart } from '../../parts/load-part.ts';
import type { ReaderSurfaceParts } from '../reader-surface.ts';

/** Adds to an article what comes later: colours in its code and drawn formulas. `stands` changes with each new body. */
export function useLateParts(
  stands: { body: HTMLElement } | null,
  { loadPart, toFragment }: Pick<ReaderSurfaceParts, 'loadPart' | 'toFragment'>,
): void {
  useEffect(() => {
    if (!stands) return;
    const end = new AbortController();
    // The article can be read without them, so that a part which fails is not worth a message.
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

/**
 * Draws the formulas of which the page had only the TeX source, until the signal aborts. Source that cannot be drawn
 * stays as it is. `toFragment` sanitises the markup, which is made from the text of a page.
 */
export async function drawFormulas(
  body: HTMLElement,
  loadPart: LoadPart,
  toFragment: (html: string) => DocumentFragment,
  signal: AbortSignal,
): Promise<void> {
  const sources = [...body.querySelectorAll<MathMLElement>('math[data-tex]')].filter(isSource);
  if (sources.length === 0) return;
  const drawTex = await loadPart('formulas');
  if (signal.aborted) return;
  for (const math of sources) {
    const markup = drawTex(math.getAttribute('data-tex') ?? '', math.getAttribute('display') === 'block');
    const drawn = markup && toFragment(markup).querySelector('math');
    if (drawn) math.replaceChildren(...drawn.childNodes);
  }
}

/** Extraction puts the source of a formula that it cannot draw into one `mtext`. */
const isSource = (math: Element): boolean =>
  math.childElementCount === 1 && math.firstElementChild?.localName === 'mtext';
