import { RectoError } from '../model/recto-error.ts';

/** The largest page that still opens within 2 s on a slow laptop; measured in docs/extraction.md. */
const MOST_ELEMENTS = 50_000;
const MOST_CHARACTERS = 4_000_000;

/** Counts before anything is copied. Throws `too-large`. */
export function refuseOversized(live: Document): void {
  const elements = Document.prototype.getElementsByTagName.call(live, '*').length;
  if (elements > MOST_ELEMENTS) throw new RectoError('too-large', `${elements} elements`);
  const characters = live.documentElement?.textContent?.length ?? 0;
  if (characters > MOST_CHARACTERS) throw new RectoError('too-large', `${characters} characters`);
}
