import { asRectoError } from '../model/as-recto-error.ts';
/**
 * The overlay script. Injected into the isolated world of a page on the user's order, after the extraction script;
 * defines `rectoOverlay`. Injecting it again changes nothing, so that an open overlay is never lost.
 */
import type { RectoExtraction } from '../model/extraction-outcome.ts';
import type { RectoOverlay } from '../model/overlay-control.ts';
import { RectoError } from '../model/recto-error.ts';
import { type OverlaySession, openOverlay } from './overlay/overlay-session.tsx';

const scope = globalThis as typeof globalThis & { rectoExtraction?: RectoExtraction; rectoOverlay?: RectoOverlay };

let session: OverlaySession | null = null;

scope.rectoOverlay ??= {
  async toggle(options) {
    try {
      if (session) session.close();
      else await open(options?.onlyArticle ?? false);
      return { ok: true, open: session !== null };
    } catch (thrown) {
      session?.close();
      const { code, message } = asRectoError(thrown);
      return { ok: false, error: { code, message } };
    }
  },
  isOpen: () => session !== null,
  save: () => session?.save(),
};

async function open(onlyArticle: boolean): Promise<void> {
  const extraction = scope.rectoExtraction;
  if (!extraction) throw new RectoError('unexpected', 'the extraction script is not there');
  session = openOverlay({ extraction, force: false, onlyArticle, onClosed: () => (session = null) });
  await session.shown;
}
