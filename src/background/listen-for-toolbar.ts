import { openPopup, setClick } from '../platform/action-icon.ts';
import { type TabInfo, tabInfo } from '../platform/active-tab.ts';
import { browser } from '../platform/browser.ts';
import { EXTRACT_SCRIPT, READ_AHEAD_SCRIPT } from '../platform/injected-scripts.ts';
import { injectFiles } from '../platform/run-in-page.ts';
import { readSettings, SETTINGS_SOURCE } from '../platform/settings-source.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { runForTab } from './run-for-tab.ts';
import { setUp } from './set-up.ts';
import { openReader, toggleReader } from './toggle-reader.ts';

/** Tabs whose popup is being opened; the second half of a double click is no further wish. */
const opening = new Set<number>();

/** Makes a click on the icon open what the settings say. `onClicked` fires only while no popup is set. */
export function listenForToolbar(library: BackgroundLibrary): void {
  browser.action.onClicked.addListener((clickedIn) => {
    const tab = tabInfo(clickedIn);
    if (tab !== null) void runForTab(tab, () => openFor(tab, library));
  });
  SETTINGS_SOURCE.watch(() => void setUp('click', applyToolbarChoice), new AbortController().signal);
}

/**
 * Run it at install and browser start, because browsers forget what a click does, and whenever the choice changes.
 * Throws when the choice cannot be read: the default is not what the person chose and must not be stored as that.
 */
export async function applyToolbarChoice(): Promise<void> {
  const { toolbarOpens } = await SETTINGS_SOURCE.read();
  await setClick(toolbarOpens);
}

async function openFor(tab: TabInfo, library: BackgroundLibrary): Promise<void> {
  const { toolbarOpens } = await readSettings();
  await (toolbarOpens === 'popup' ? openPopupAhead : toggleReader)(tab, library);
}

/**
 * Opens the popup after a click on the icon, and has the page read while the browser creates the popup's process and
 * window, which takes longer than reading. If a popup cannot be opened like that, the click opens the reader in the
 * page.
 */
async function openPopupAhead(tab: TabInfo, library: BackgroundLibrary): Promise<void> {
  if (opening.has(tab.id)) return;
  opening.add(tab.id);
  void readAhead(tab.id);
  const opened = await openPopup(tab.id, tab.windowId).finally(() => opening.delete(tab.id));
  if (!opened) await openReader(tab, library);
}

/**
 * Has the page in a tab read for the popup that is being opened. Never throws: if the page cannot be read, the popup
 * tries again and says why.
 */
async function readAhead(tabId: number): Promise<void> {
  await injectFiles(tabId, [EXTRACT_SCRIPT, READ_AHEAD_SCRIPT]).catch(() => undefined);
}
