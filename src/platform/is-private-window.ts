import type { TabInfo } from './active-tab.ts';
import { browser } from './browser.ts';

/**
 * Whether nothing may be stored for a tab without asking. In Firefox a page of Recto in a private window knows it
 * itself. In Chrome the popup runs outside the private window, and only the tab tells.
 */
export function isPrivateWindow(tab: TabInfo | null): boolean {
  return browser.extension.inIncognitoContext || (tab?.isPrivate ?? false);
}
