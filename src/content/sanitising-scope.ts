import { RectoError } from '../model/errors/recto-error.ts';
import type { sanitiseArticle, sanitiseToHtml } from '../sanitising/sanitise-article.ts';
import type { sanitiseInTurns } from '../sanitising/sanitise-in-turns.ts';
import type { partLongText } from '../ui/reader/article/part-long-text.ts';

/** What `sanitise.iife.ts` defines for the other content scripts. */
interface RectoSanitising {
  toFragment: typeof sanitiseArticle;
  toFragmentInTurns: typeof sanitiseInTurns;
  toHtml: typeof sanitiseToHtml;
  /** Beside it, since the overlay's own script is at its limit. */
  partLongText: typeof partLongText;
}

declare global {
  var rectoSanitising: RectoSanitising | undefined;
}

/** Throws `RectoError` `unexpected` where the script was not injected: nothing is shown unsanitised. */
export function requireSanitising(): RectoSanitising {
  const sanitising = globalThis.rectoSanitising;
  if (sanitising === undefined) throw new RectoError('unexpected', 'no sanitiser');
  return sanitising;
}
