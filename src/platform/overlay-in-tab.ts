import { parseToggleOutcome, type RectoOverlay, type ToggleOutcome } from '../model/recto-overlay.ts';
import { EXTRACT_SCRIPT, OVERLAY_SCRIPT, SANITISE_SCRIPT, TOGGLE_NOW_SCRIPT } from './injected-scripts.ts';
import { callInPage, explainFailure, injectFiles, insertCss, unlessBusy } from './run-in-page.ts';
import { wordsScripts } from './translate.ts';

/**
 * Opens the overlay in a tab, or closes it. Needs the tab's `activeTab` grant, or access to its site. With `onlyArticle`
 * nothing is shown on a page that is none, and the outcome says so. Of a page that is too busy to begin the outcome is
 * `timeout`. Never throws.
 */
export async function toggleOverlay(
  tabId: number,
  options: ToggleOptions = {},
  onBegun?: () => void,
): Promise<ToggleOutcome> {
  try {
    const scripts = [EXTRACT_SCRIPT, SANITISE_SCRIPT, ...wordsScripts(), OVERLAY_SCRIPT];
    const work = async () => {
      const printing = insertOverlayCss(tabId);
      const outcome = await (options.onlyArticle || options.pick
        ? injectAndToggle(tabId, scripts, options)
        : injectFiles(tabId, [...scripts, TOGGLE_NOW_SCRIPT]));
      await printing;
      return outcome;
    };
    return parseToggleOutcome(await unlessBusy(tabId, work, onBegun)) ?? { ok: true, open: true };
  } catch (thrown) {
    const { code, message } = await explainFailure(tabId, thrown);
    return { ok: false, error: { code, message } };
  }
}

/**
 * Prints the article alone while full view's host is in the page. No sheet that the overlay adopts: Firefox takes this one
 * back when Recto is switched off, where nothing of the overlay is called again, and its page would be printed blank after
 * Esc. It is asked for together with full view: a busy page opens that when nobody waits for it any more, and whoever
 * prints at once is as quick as the answer.
 */
const OVERLAY_CSS =
  '@media print{:root:has(>[slot=recto]){background:none!important}:root:has(>[slot=recto])>:is(body,frameset){display:none!important}}';

/** Never throws: where it cannot be put in, no more is wrong than that the page is printed, too. */
const insertOverlayCss = (tabId: number): Promise<void> => insertCss(tabId, OVERLAY_CSS).catch(() => undefined);

/** What pages were asked that have not begun with it, and what came of it; null while that is waited for. */
const notBegun = new Map<number, { outcome: ToggleOutcome | null }>();

/**
 * `toggleOverlay` for a key that is pressed again where nothing happens. Until the page has begun with the first it is the
 * same wish: both would be done then, and the second would undo the first. Gives null where the first will tell.
 */
export async function toggleOverlayOnce(tabId: number): Promise<ToggleOutcome | null> {
  const before = notBegun.get(tabId);
  if (before) return before.outcome;
  const mine: { outcome: ToggleOutcome | null } = { outcome: null };
  notBegun.set(tabId, mine);
  const forget = () => notBegun.get(tabId) === mine && notBegun.delete(tabId);
  mine.outcome = await toggleOverlay(tabId, {}, forget);
  return mine.outcome;
}

/** Whether the overlay is open in a tab; false where that cannot be known. */
export async function isOverlayOpen(tabId: number): Promise<boolean> {
  const open = await callInPage(tabId, () => globalThis.rectoOverlay?.isOpen() ?? false).catch(() => false);
  return open === true;
}

type ToggleOptions = NonNullable<Parameters<RectoOverlay['toggle']>[0]>;

async function injectAndToggle(tabId: number, scripts: string[], options: ToggleOptions): Promise<unknown> {
  await injectFiles(tabId, scripts);
  return callInPage(tabId, (how) => globalThis.rectoOverlay?.toggle(how), options);
}
