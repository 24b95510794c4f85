import { Readability } from '@mozilla/readability';
import type { PageContext } from '../extraction-pass.ts';

/** Finds the article in the copy of the page. Null when the page has no text that could be one. */
export function chooseBody({ clone }: PageContext): HTMLElement | null {
  const readability = new Readability<Node>(clone.cloneNode(true) as Document, {
    disableJSONLD: true,
    keepClasses: true,
    serializer: (element) => element,
  });
  return (readability.parse()?.content as HTMLElement | undefined) ?? null;
}
