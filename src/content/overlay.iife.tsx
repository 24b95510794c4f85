import { asRectoError } from '../model/as-recto-error.ts';
/**
 * The overlay script. Injected into the isolated world of a page on the user's order, after the extraction script;
 * defines `rectoOverlay`. Injecting it again changes nothing, so that an open overlay is never lost.
 */
import type { RectoExtraction } from '../model/extraction-outcome.ts';
import type { RectoOverlay } from '../model/overlay-control.ts';
import { RectoError } from '../model/recto-error.ts';
import { NO_SITE_SETTINGS, settingsOnSite } from '../model/site-settings.ts';
import { createWords } from '../model/words.ts';
import { readSettings } from '../platform/read-settings.ts';
import { changeSiteSettings } from '../platform/site-settings.ts';
import { interfaceLanguage, translate } from '../platform/translate.ts';
import type { Picking } from '../ui/parts/picking/pick-block.ts';
import { type OverlaySession, openOverlay } from './overlay/overlay-session.tsx';
import { readSite } from './overlay/read-site.ts';
import { loadInjectedPart } from './part-scope.ts';

const scope = globalThis as typeof globalThis & { rectoExtraction?: RectoExtraction; rectoOverlay?: RectoOverlay };

let session: OverlaySession | null = null;
let picking: Picking | null = null;

scope.rectoOverlay ??= {
  async toggle(options) {
    try {
      if (picking) picking.cancel();
      else if (options?.pick) void pick().catch(() => undefined);
      else if (session) session.close();
      else await open({ onlyArticle: options?.onlyArticle ?? false });
      return { ok: true, open: session !== null || options?.pick === true };
    } catch (thrown) {
      session?.close();
      const { code, message } = asRectoError(thrown);
      return { ok: false, error: { code, message } };
    }
  },
  isOpen: () => session !== null,
  save: () => session?.save(),
};

async function open(how: { onlyArticle?: boolean; block?: string | null }): Promise<void> {
  const extraction = scope.rectoExtraction;
  if (!extraction) throw new RectoError('unexpected', 'the extraction script is not there');
  session = openOverlay({
    extraction,
    onlyArticle: how.onlyArticle ?? false,
    block: how.block ?? null,
    onPick: () => void pick().catch(() => undefined),
    onClosed: () => (session = null),
  });
  await session.shown;
}

/**
 * The person picks the article on the page, which is given back for that long; then it is read. The choice is kept for the
 * site, in a private window for this once only.
 */
async function pick(): Promise<void> {
  const wasOpen = session !== null;
  const [pickBlock, settings, site] = await Promise.all([loadInjectedPart('picking'), readSettings(), readSite()]);
  session?.close();
  const theme = settingsOnSite(settings, site?.settings ?? NO_SITE_SETTINGS);
  const hasChoice = site !== null && site.settings.block !== null;
  picking = pickBlock(document, {
    translate,
    locale: createWords(translate, interfaceLanguage()).locale,
    theme,
    hasChoice,
  });
  const picked = await picking.done;
  picking = null;
  const block = picked === null || picked === 'automatic' ? null : picked.selector;
  if (picked !== null && site !== null) await changeSiteSettings(site.name, { block });
  if (picked !== null || wasOpen) await open({ block });
}
