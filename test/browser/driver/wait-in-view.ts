import type { View } from './browser-driver.ts';
import { waitUntil } from './wait-until.ts';

/** How much of a document's text a failure tells, in characters. */
const TOLD = 600;

/** As `waitUntil`; a failure tells also what the document shows, since a run elsewhere leaves nothing else to look at. */
export async function waitInView<T>(
  view: Pick<View, 'evaluate'>,
  what: string,
  ask: () => T | Promise<T>,
): Promise<NonNullable<T>> {
  try {
    return await waitUntil(what, ask);
  } catch (error) {
    const shown = await view
      .evaluate(readShownText, TOLD)
      .catch((reason: unknown) => `nothing can be asked: ${reason}`);
    throw new Error(`${error instanceof Error ? error.message : error}\nThe document shows: ${shown}`, {
      cause: error,
    });
  }
}

/** Runs in the document: its address, and the first `length` characters of its text, that of open shadow roots first. */
function readShownText(length: number): string {
  const roots = [...document.documentElement.children].flatMap((host) => host.shadowRoot ?? []);
  const texts = [...roots.flatMap((root) => [...root.children]), document.documentElement].map((element) =>
    element instanceof HTMLElement ? element.innerText : '',
  );
  const text = texts.join('\n').replace(/\s*\n\s*/g, ' | ');
  return `${document.URL} ${text.slice(0, length)}`;
}
