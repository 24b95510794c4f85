import type { ErrorCode } from '../model/errors/error-code.ts';
import { browser } from './browser.ts';
import { isFirefox } from './is-firefox.ts';
import { POPUP_PAGE, POPUP_PAGE_AHEAD } from './own-pages.ts';
import { errorNextStep, errorSentence } from './translate.ts';

/** Sizes the toolbar asks for at 1× and 2×. */
const ICON = { 16: '/icons/icon-16.png', 32: '/icons/icon-32.png' };

const SAVED_ICON = { 16: '/icons/icon-saved-16.png', 32: '/icons/icon-saved-32.png' };

/** The one accent colour, for a toolbar of either colour. */
const MARK_COLOUR = '#b3261e';

/** Fills or empties the icon's corner on one tab. Browsers undo it when the tab loads another page. */
export async function markSaved(tabId: number, saved: boolean): Promise<void> {
  await browser.action.setIcon({ tabId, path: saved ? SAVED_ICON : ICON });
}

/** Codes of what could not be stored. The popup looks at the page alone, and would say nothing of it. */
const OF_STORAGE = /^(?:quota|storage-|settings-)/;

/**
 * Says why a page cannot be read, or what was wanted there was not done: in the popup if the browser opens it, else by "!" on the icon with the reason as its
 * title. Both apply to this tab only and disappear when it loads another page.
 */
export async function showReason(tabId: number, windowId: number, code: ErrorCode): Promise<void> {
  try {
    if (OF_STORAGE.test(code)) throw new Error('The popup would meet another reason, or none');
    await browser.action.setPopup({ tabId, popup: POPUP_PAGE });
    // The browser opens it over the tab in front, which the person may have changed while the page did not answer.
    if (!(await browser.tabs.get(tabId)).active) throw new Error('The popup would be about another page');
    await browser.action.openPopup({ windowId });
  } catch {
    const title = `${errorSentence(code)} ${errorNextStep(code)}`;
    await browser.action.setTitle({ tabId, title });
    await browser.action.setBadgeBackgroundColor({ tabId, color: MARK_COLOUR });
    await browser.action.setBadgeText({ tabId, text: '!' });
  }
}

/**
 * What a click on the icon does in all tabs: the browser opens the popup, or `onClicked` fires, and the background can
 * then open the popup itself. Not so in Firefox, which prepares a popup while the button is still held down, and would
 * not know to close it at the second click.
 */
export async function setClick(opens: 'popup' | 'full-view'): Promise<void> {
  await browser.action.setPopup({ popup: opens === 'popup' && isFirefox() ? POPUP_PAGE : '' });
}

/** A popup that the browser will not open is refused within this time. If it fails later, the person has closed it. */
const REFUSED_WITHIN_MS = 50;

/**
 * Opens the popup of a tab whose page is already being read. If the browser refuses, leaves clicks to the browser from
 * then on and gives false.
 */
export async function openPopup(tabId: number, windowId: number): Promise<boolean> {
  const { action } = browser;
  // Not awaited: the browser handles these calls in order, and each answer would cost the person some milliseconds.
  void action.setPopup({ tabId, popup: POPUP_PAGE_AHEAD });
  const asked = performance.now();
  const refused = await action.openPopup({ windowId }).then(
    () => false,
    () => performance.now() - asked < REFUSED_WITHIN_MS,
  );
  await action.setPopup({ tabId, popup: refused ? POPUP_PAGE : '' });
  if (refused) await action.setPopup({ popup: POPUP_PAGE });
  return !refused;
}
