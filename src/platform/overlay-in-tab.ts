import { parseToggleOutcome, type RectoOverlay, type ToggleOutcome } from '../model/recto-overlay.ts';
import { EXTRACT_SCRIPT, OVERLAY_SCRIPT, SANITISE_SCRIPT, TOGGLE_NOW_SCRIPT } from './injected-scripts.ts';
import { callInPage, explainFailure, injectFiles, insertCss, unlessBusy } from './run-in-page.ts';
import { wordsScripts } from './translate.ts';

/**
 * Opens the overlay in a tab, or closes it. Needs the tab's `activeTab` grant or access to its site. With `onlyArticle`
 * nothing is shown on a page that is not an article, and the outcome says so. If the page is too busy to begin, the
 * outcome is `timeout`. Never throws.
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
 * Prints only the article while full view's host is in the page. It is not a style sheet that the overlay adopts,
 * because Firefox removes this one when Recto is switched off: no code of the overlay runs then, and the page would be
 * printed blank even after Esc.
 *
 * It is inserted together with full view: a busy page opens that when nobody waits for it any more, and a person may
 * print at once.
 */
const OVERLAY_CSS =
  '@media print{:root:has(>[slot=recto]){background:none!important}:root:has(>[slot=recto])>:is(body,frameset){display:none!important}}';

/** Never throws: if it cannot be inserted, the only harm is that the page is printed as well. */
const insertOverlayCss = (tabId: number): Promise<void> => insertCss(tabId, OVERLAY_CSS).catch(() => undefined);

/** The tabs whose page was asked and has not begun, each with its outcome; the outcome is null while it is awaited. */
const notBegun = new Map<number, { outcome: ToggleOutcome | null }>();

/**
 * `toggleOverlay` for a key that is pressed again because nothing happens. Until the page has begun with the first
 * press, both are the same wish: carried out one after the other, the second would undo the first. Gives null when the
 * first press will give the outcome.
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
