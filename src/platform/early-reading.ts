/**
 * A script that the popup's page runs before all others. It asks for the tab and has its page read, so that the process
 * of that page works while the popup's own scripts are still loading. For that it imports nothing but types and calls
 * the browser itself.
 */
import type { Tabs } from './browser.ts';

/** What begins before the popup's own scripts run. */
interface BegunReading {
  tab: Tabs.Tab | undefined;
  /** What `executeScript` gives for the page; it may reject, as where pages are closed to extensions. */
  frames: Promise<unknown> | null;
}

declare global {
  var rectoEarlyReading: Promise<BegunReading> | undefined;
}

globalThis.rectoEarlyReading = chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
  if (tab?.id === undefined) return { tab: tab as Tabs.Tab | undefined, frames: null };
  const frames = location.hash === '#ahead' ? takeAhead(tab.id) : read(tab.id);
  // The code that takes it over is told why it failed; until then nobody listens.
  frames.catch(() => undefined);
  return { tab: tab as Tabs.Tab, frames };
});

const inject = (tabId: number, files: string[]) => chrome.scripting.executeScript({ target: { tabId }, files });

/** The same files as in read-page.ts; a test compares them. */
const read = (tabId: number) => inject(tabId, ['/src/content/extract.iife.js', '/injected/read-now.js']);

/** What the background had read at the click (listen-for-toolbar.ts). */
async function takeAhead(tabId: number) {
  const frames = await inject(tabId, ['/injected/take-ahead.js']);
  return frames[0]?.result == null ? read(tabId) : frames;
}
