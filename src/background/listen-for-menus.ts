import type { MessageKey } from '../model/message-key.ts';
import { type TabInfo, tabInfo } from '../platform/active-tab.ts';
import { browser, type Menus } from '../platform/browser.ts';
import { translate } from '../platform/translate.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { openList } from './open-list.ts';
import { runForTab } from './run-for-tab.ts';
import { saveLink } from './save-link.ts';
import { savePage } from './save-page.ts';
import { openReader } from './toggle-reader.ts';

interface MenuItem {
  id: string;
  title: MessageKey;
  contexts: Menus.ContextType[];
  run(tab: TabInfo, library: BackgroundLibrary, click: Menus.OnClickData): Promise<void>;
}

/**
 * All contexts that stand for the page. In Firefox a press inside a frame is never on the `page`; in Chromium it is on
 * both. https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/menus/ContextType
 */
const PAGE: Menus.ContextType[] = ['page', 'frame', 'selection', 'image', 'video', 'audio', 'editable'];

/** The context menu. Browsers fold several items of one extension into a submenu with its name. */
const MENU_ITEMS: MenuItem[] = [
  { id: 'read-page', title: 'menuReadPage', contexts: PAGE, run: openReader },
  { id: 'save-page', title: 'menuSavePage', contexts: PAGE, run: savePage },
  {
    id: 'save-link',
    title: 'menuSaveLink',
    contexts: ['link'],
    async run(tab, library, { linkUrl, linkText, frameId }) {
      if (linkUrl !== undefined) await saveLink({ url: linkUrl, text: linkText, frameId }, tab, library);
    },
  },
  { id: 'open-list', title: 'menuOpenList', contexts: ['page', 'frame', 'action'], run: () => openList() },
];

/** Only addresses that can be kept as links: no `javascript:` or `data:`. */
const LINK_PATTERNS = ['http://*/*', 'https://*/*'];

/** Creates the menu items in the browser's present language. Run at install, update and browser start. */
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

/** Runs the menu items. Firefox for Android has no context menus. */
export function listenForMenus(library: BackgroundLibrary): void {
  browser.contextMenus?.onClicked.addListener((click, clickedIn) => {
    const item = MENU_ITEMS.find(({ id }) => id === click.menuItemId);
    const tab = tabInfo(clickedIn ?? null);
    if (item !== undefined && tab !== null) void runForTab(tab, () => item.run(tab, library, click));
  });
}
