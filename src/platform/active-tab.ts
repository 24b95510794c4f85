import { browser, type Tabs } from './browser.ts';

/** What Recto knows of a tab. */
export interface TabInfo {
  id: number;
  windowId: number;
  /** Null where Recto was not called and the browser withholds the address. */
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

/** Whether the page of this tab is still coming; false when the tab was closed. Browsers say so of any tab. */
export async function isTabLoading(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.status === 'loading';
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

/**
 * Calls back whenever a tab goes to another address or loads again, until the signal aborts. The address is not given:
 * it is known only while the tab's grant lasts (`findTab`).
 */
export function watchTab(tabId: number, onMoved: () => void, signal: AbortSignal): void {
  const onUpdated = (id: number, changed: { url?: string; status?: string }) => {
    if (id === tabId && (changed.url !== undefined || changed.status !== undefined)) onMoved();
  };
  const onRemoved = (id: number) => {
    if (id === tabId) onMoved();
  };
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.tabs.onRemoved.addListener(onRemoved);
  signal.addEventListener('abort', () => {
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.tabs.onRemoved.removeListener(onRemoved);
  });
}

/** Closes the tab that this page of Recto is in; the browser then shows the tab it was opened from. */
export async function closeOwnTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
