import { openPopupAhead as openPopup } from '../platform/action-icon.ts';
import type { TabInfo } from '../platform/active-tab.ts';
import { readAhead } from '../platform/read-ahead.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { isRepeat } from './ignore-repeats.ts';
import { openReader } from './toggle-reader.ts';

/**
 * Opens the popup after a click on the icon, and has the page read while the browser makes the popup's process and window,
 * which takes longer than reading. Where a browser opens no popup by order, the click opens the reader in the page instead.
 */
export async function openPopupAhead(tab: TabInfo, library: BackgroundLibrary): Promise<void> {
  if (isRepeat(`popup ${tab.id}`)) return;
  void readAhead(tab.id);
  if (!(await openPopup(tab.id, tab.windowId))) await openReader(tab, library);
}
