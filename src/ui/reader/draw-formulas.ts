import type { LoadPart } from '../parts/load-part.ts';

/**
 * Draws the formulas of which the page gave only the TeX source, until the signal aborts. What TeX does not understand
 * stays as its source. `toFragment` sanitises the markup: it is made from a page's text.
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
