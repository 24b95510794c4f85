import type { TabInfo } from '../platform/active-tab.ts';
import { openPopup } from '../platform/icon-click.ts';
import { readAhead } from '../platform/read-ahead.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { openReader } from './toggle-reader.ts';

/** Tabs whose popup is being opened; the second half of a double click is no further wish. */
const opening = new Set<number>();

/**
 * Opens the popup after a click on the icon, and has the page read while the browser makes the popup's process and window,
 * which takes longer than reading. Where a browser opens no popup by order, the click opens the reader in the page instead.
 */
export async function openPopupAhead(tab: TabInfo, library: BackgroundLibrary): Promise<void> {
  if (opening.has(tab.id)) return;
  opening.add(tab.id);
  void readAhead(tab.id);
  const opened = await openPopup(tab.id, tab.windowId).finally(() => opening.delete(tab.id));
  if (!opened) await openReader(tab, library);
}
