import { type TabInfo, tabInfo } from '../platform/active-tab.ts';
import { browser } from '../platform/browser.ts';
import { setClick } from '../platform/icon-click.ts';
import { readSettings } from '../platform/read-settings.ts';
import { SETTINGS_SOURCE } from '../platform/settings-source.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { openPopupAhead } from './open-popup-ahead.ts';
import { runForTab } from './run-for-tab.ts';
import { toggleReader } from './toggle-reader.ts';

/** Lets a click on the icon open what the settings say. `onClicked` fires only while no popup is set. */
export function listenForToolbar(library: BackgroundLibrary): void {
  browser.action.onClicked.addListener((clickedIn) => {
    const tab = tabInfo(clickedIn);
    if (tab !== null) void runForTab(tab, () => openFor(tab, library));
  });
  SETTINGS_SOURCE.watch(({ toolbarOpens }) => void setClick(toolbarOpens), new AbortController().signal);
}

/** To be run at install and browser start: browsers forget what a click does. */
export async function applyToolbarChoice(): Promise<void> {
  const { toolbarOpens } = await readSettings();
  await setClick(toolbarOpens);
}

async function openFor(tab: TabInfo, library: BackgroundLibrary): Promise<void> {
  const { toolbarOpens } = await readSettings();
  await (toolbarOpens === 'popup' ? openPopupAhead : toggleReader)(tab, library);
}
