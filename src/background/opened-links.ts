import { callInPage } from '../platform/run-in-page.ts';
import { forget, recall, rememberOne } from '../platform/session-memory.ts';

const PREFIX = 'opened-link.';

/** Remembers that Recto opened this tab for this address, for as long as the browser runs. */
export function rememberOpened(tabId: number, url: string): Promise<void> {
  return rememberOne(PREFIX, String(tabId), { at: Date.now(), url });
}

/**
 * Addresses that led to the page in a tab: the saved link it was opened from, while the tab is still on its first page.
 * Redirects add no history entry, a click does; so a longer history means that the person went on from there.
 */
export async function addressesBefore(tabId: number): Promise<string[]> {
  const opened = await recall(PREFIX + tabId);
  if (typeof opened !== 'object' || opened === null || !('url' in opened) || typeof opened.url !== 'string') return [];
  const entries = await callInPage(tabId, () => history.length).catch(() => null);
  if (entries === 1) return [opened.url];
  if (entries !== null) await forget(PREFIX + tabId);
  return [];
}
