import { browser } from './browser.ts';

/**
 * Calls back whenever a tab goes to another address or loads again, until the signal aborts. The address itself is not
 * told: it is known only while the tab's grant lasts (`findTab`).
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
