import type { LoadPart } from '../parts/load-part.ts';

/** Colours the code of an article by language until the signal aborts (colour-blocks.ts); nothing is loaded where there is none. */
export async function colourCode(body: HTMLElement, loadPart: LoadPart, signal: AbortSignal): Promise<void> {
  const blocks = [...body.querySelectorAll<HTMLElement>('pre > code[class*="language-"]')];
  if (blocks.length > 0) await (await loadPart('code'))(blocks, signal);
}
