import { browser } from './browser.ts';
import { POPUP_PAGE, POPUP_PAGE_AHEAD } from './own-pages.ts';

/**
 * Whether clicks on the icon can be left to the background, which then opens the popup itself. Not in Firefox, which makes
 * a popup ready while the button is still held down, and would not know to close it at the second click.
 */
const canOpenPopup = (): boolean => browser.runtime.getURL('').startsWith('chrome-extension:');

/** What a click on the icon does, everywhere: the browser opens the popup, or `onClicked` is told. */
export async function setClick(opens: 'popup' | 'full-view'): Promise<void> {
  await browser.action.setPopup({ popup: opens === 'popup' && !canOpenPopup() ? POPUP_PAGE : '' });
}

/** A popup that the browser will not open is refused within this time, in ms; one that fails later was closed by the person. */
const AT_ONCE = 50;

/**
 * Opens the popup of a tab whose page is being read already. Where the browser refuses, clicks are left to it from then on
 * and false is given.
 */
export async function openPopup(tabId: number, windowId: number): Promise<boolean> {
  const { action } = browser;
  // Not waited for: the browser takes these in turn, and each answer would cost the person some milliseconds.
  void action.setPopup({ tabId, popup: POPUP_PAGE_AHEAD });
  const asked = performance.now();
  const refused = await action.openPopup({ windowId }).then(
    () => false,
    () => performance.now() - asked < AT_ONCE,
  );
  await action.setPopup({ tabId, popup: refused ? POPUP_PAGE : '' });
  if (refused) await action.setPopup({ popup: POPUP_PAGE });
  return !refused;
}
