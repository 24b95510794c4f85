import type { ErrorCode } from '../model/error-code.ts';
import { browser } from './browser.ts';
import { errorNextStep, errorSentence } from './error-words.ts';
import { POPUP_PAGE } from './own-pages.ts';

/** Sizes the toolbar asks for at 1× and 2×. */
const ICON = { 16: '/icons/icon-16.png', 32: '/icons/icon-32.png' };
const SAVED_ICON = { 16: '/icons/icon-saved-16.png', 32: '/icons/icon-saved-32.png' };

/** Rubric red, VISUAL's one accent, for a toolbar of either colour. */
const MARK_COLOUR = '#b3261e';

/** Fills or empties the icon's corner on one tab. Browsers take it back by themselves when the tab loads another page. */
export async function markSaved(tabId: number, saved: boolean): Promise<void> {
  await browser.action.setIcon({ tabId, path: saved ? SAVED_ICON : ICON });
}

/**
 * Says on a page that cannot be read why: in the popup where the browser lets it be opened, else by "!" on the icon with
 * the reason as its title. Both are of this tab alone and go when it loads another page.
 */
export async function showReason(tabId: number, windowId: number, code: ErrorCode): Promise<void> {
  await browser.action.setPopup({ tabId, popup: POPUP_PAGE });
  try {
    await browser.action.openPopup({ windowId });
  } catch {
    const title = `${errorSentence(code)} ${errorNextStep(code)}`;
    await browser.action.setTitle({ tabId, title });
    await browser.action.setBadgeBackgroundColor({ tabId, color: MARK_COLOUR });
    await browser.action.setBadgeText({ tabId, text: '!' });
  }
}
