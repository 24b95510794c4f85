import { tabInfo } from '../platform/active-tab.ts';
import { browser } from '../platform/browser.ts';
import { translate } from '../platform/translate.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { MENU_ITEMS } from './menu-items.ts';
import { runForTab } from './run-for-tab.ts';

/** Only what can be kept as a link: no `javascript:` or `data:` addresses. */
const LINK_PATTERNS = ['http://*/*', 'https://*/*'];

/** Puts the items into the menu, in the browser's present language. To be run at install, update and browser start. */
export async function createMenus(): Promise<void> {
  if (!browser.contextMenus) return;
  await browser.contextMenus.removeAll();
  for (const { id, title, contexts } of MENU_ITEMS)
    browser.contextMenus.create({
      id,
      title: translate(title),
      contexts,
      ...(contexts.includes('link') ? { targetUrlPatterns: LINK_PATTERNS } : {}),
    });
}

/** Runs the items. Firefox for Android has no context menus. */
export function listenForMenus(library: BackgroundLibrary): void {
  browser.contextMenus?.onClicked.addListener((click, clickedIn) => {
    const item = MENU_ITEMS.find(({ id }) => id === click.menuItemId);
    const tab = tabInfo(clickedIn ?? null);
    if (item !== undefined && tab !== null) void runForTab(tab, () => item.run(tab, library, click));
  });
}
