/**
 * The overlay script. Injected into the isolated world of a page on the user's order, after the extraction script;
 * defines `rectoOverlay`. Injecting it again changes nothing, so that an open overlay is never lost.
 */

import type { Site } from '../model/address/site.ts';
import { asRectoError } from '../model/errors/as-recto-error.ts';
import type { ErrorCode } from '../model/errors/error-code.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import { NO_SITE_SETTINGS, settingsOnSite } from '../model/settings/site-settings.ts';
import { readSite } from '../platform/read-site.ts';
import { readSettings } from '../platform/settings-source.ts';
import { changeSiteSettings } from '../platform/site-settings.ts';
import { interfaceLanguage, translate } from '../platform/translate.ts';
import type { Picked, Picking } from '../ui/parts/picking/pick-block.ts';
import type { UnkeptHiding } from '../ui/reader/hiding/use-hidden-blocks.ts';
import { type OverlaySession, openOverlay, type SessionOptions } from './overlay/overlay-session.tsx';
import { removeLeftover } from './overlay/remove-leftover.ts';
import { loadInjectedPart } from './part-scope.ts';

let session: OverlaySession | null = null;
/** The picker, from the request for it until the overlay is opened after it, so that asking twice starts only one. */
let picking: Pick<Picking, 'cancel'> | null = null;
/**
 * What is hidden in a page that is not saved. It is forgotten when full view closes, unless it closes to let the
 * article be picked.
 */
let unkept: UnkeptHiding = new Map();

globalThis.rectoOverlay ??= {
  async toggle(options) {
    try {
      const closed = !session && !picking && removeLeftover(document);
      if (options?.pick) await pick();
      // Nobody pressed anything, so what the person has opened meanwhile stays.
      else if (options?.onlyArticle && (picking || session)) return { ok: true, open: session !== null };
      else if (picking) picking.cancel();
      else if (session) session.close();
      else if (!closed) await open({ onlyArticle: options?.onlyArticle ?? false });
      return { ok: true, open: session !== null || !!options?.pick };
    } catch (thrown) {
      session?.close();
      const { code, message } = asRectoError(thrown);
      return { ok: false, error: { code, message } };
    }
  },
  isOpen: () => session !== null,
  shown: () => session?.shownArticle() ?? null,
  save: () => session?.save(),
  dialog: () => session?.dialog() ?? null,
};

async function open(how: Partial<SessionOptions>): Promise<void> {
  const extraction = globalThis.rectoExtract;
  if (!extraction) throw new RectoError('unexpected', 'no extraction script');
  session = openOverlay({ extraction, ...how, unkept, onPick: pick, onClosed });
  await session.shown;
  // It is behind full view, where it cannot be pressed.
  globalThis.rectoSaveNotice?.enterReader();
}

function onClosed(): void {
  session = null;
  unkept = new Map();
}

/**
 * Lets the person pick the article on the page, which is visible meanwhile, and then reads it. Resolves once the picker
 * is shown. Throws when it cannot be; an open overlay is then left as it was.
 */
async function pick(): Promise<void> {
  if (picking) return;
  const mine = {
    cancel() {
      picking = null;
    },
  };
  picking = mine;
  const before = session;
  try {
    const [pickBlock, settings, site] = await Promise.all([
      loadInjectedPart('picking'),
      readSettings(),
      readSite(location.href),
    ]);
    if (session !== before) mine.cancel();
    if (picking !== mine) return;
    const hidden = unkept;
    before?.close();
    unkept = hidden;
    const { done, cancel } = pickBlock(document, {
      translate,
      language: interfaceLanguage(),
      theme: settingsOnSite(settings, site?.settings ?? NO_SITE_SETTINGS),
      hasChoice: site && site.settings.block !== null,
    });
    mine.cancel = cancel;
    void done.then((picked) => readPicked(picked, site?.name, !!before)).catch(() => session?.close());
  } catch (thrown) {
    if (picking === mine) picking = null;
    if (!before || session) throw thrown;
    await open({ explains: true, problem: asRectoError(thrown).code });
  }
}

/**
 * Stores the choice for the site (in a private window it holds for this once) and reads the page by it. A choice that
 * cannot be stored is used all the same, and the reader says so.
 */
async function readPicked(block: Picked, site: Site | undefined, wasOpen: boolean): Promise<void> {
  let problem: ErrorCode | null = null;
  if (block !== undefined && site)
    await changeSiteSettings(site, { block }).catch((thrown: unknown) => {
      problem = asRectoError(thrown).code;
    });
  picking = null;
  if (block !== undefined || wasOpen) await open({ block, problem, explains: true });
}
