import { parseToggleOutcome, type RectoOverlay, type ToggleOutcome } from '../model/overlay-control.ts';
import { EXTRACT_SCRIPT, OVERLAY_SCRIPT, SANITISE_SCRIPT, TOGGLE_NOW_SCRIPT } from './injected-scripts.ts';
import { callInPage, explainFailure, injectFiles, unlessBusy } from './run-in-page.ts';
import { wordsScripts } from './translate.ts';

/**
 * Opens the overlay in a tab, or closes it. Needs the tab's `activeTab` grant, or access to its site. With `onlyArticle`
 * nothing is shown on a page that is none, and the outcome says so. Of a page that is too busy to begin the outcome is
 * `timeout`. Never throws.
 */
export async function toggleOverlay(tabId: number, options: ToggleOptions = {}): Promise<ToggleOutcome> {
  try {
    const scripts = [EXTRACT_SCRIPT, SANITISE_SCRIPT, ...wordsScripts(), OVERLAY_SCRIPT];
    const outcome = await unlessBusy(tabId, () =>
      options.onlyArticle || options.pick
        ? injectAndToggle(tabId, scripts, options)
        : injectFiles(tabId, [...scripts, TOGGLE_NOW_SCRIPT]),
    );
    return parseToggleOutcome(outcome) ?? { ok: true, open: true };
  } catch (thrown) {
    const { code, message } = await explainFailure(tabId, thrown);
    return { ok: false, error: { code, message } };
  }
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
