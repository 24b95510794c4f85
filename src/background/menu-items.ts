import type { MessageKey } from '../model/message-key.ts';
import type { TabInfo } from '../platform/active-tab.ts';
import type { Menus } from '../platform/browser.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { openList } from './open-list.ts';
import { saveLink } from './save-link.ts';
import { savePage } from './save-page.ts';
import { openReader } from './toggle-reader.ts';

interface MenuItem {
  id: string;
  title: MessageKey;
  contexts: Menus.ContextType[];
  run(tab: TabInfo, library: BackgroundLibrary, click: Menus.OnClickData): Promise<void>;
}

const PAGE: Menus.ContextType[] = ['page', 'selection', 'image', 'video', 'audio', 'editable'];

/** The context menu. Browsers fold several items of one extension into a submenu with its name. */
export const MENU_ITEMS: MenuItem[] = [
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
  { id: 'open-list', title: 'menuOpenList', contexts: ['page', 'action'], run: () => openList() },
];
