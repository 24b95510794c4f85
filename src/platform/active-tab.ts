import { browser, type Tabs } from './browser.ts';

/** What Recto may know of a tab. */
export interface TabInfo {
  id: number;
  windowId: number;
  /** Null where Recto was not called and the browser keeps the address to itself. */
  url: string | null;
  title: string | null;
  isPrivate: boolean;
}

/** The tab in front of the person, in the window used last; null in a window without one. */
export async function activeTab(): Promise<TabInfo | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab === undefined ? null : tabInfo(tab);
}

/** The tab with this id; null when it was closed. */
export async function findTab(tabId: number): Promise<TabInfo | null> {
  return tabInfo(await browser.tabs.get(tabId).catch(() => null));
}

/** Reads a tab as the browser gives it; null when it has no id, as tabs of devtools windows do. */
export function tabInfo(tab: Tabs.Tab | null): TabInfo | null {
  if (tab?.id === undefined) return null;
  return {
    id: tab.id,
    windowId: tab.windowId ?? -1,
    url: tab.url || null,
    title: tab.title || null,
    isPrivate: tab.incognito,
  };
}
