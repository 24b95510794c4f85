import { callInPage } from '../platform/run-in-page.ts';
import { forget, recall, remember } from '../platform/session-memory.ts';

const keyOf = (tabId: number): string => `opened-link.${tabId}`;

/** Remembers that Recto opened this tab for this address, for as long as the browser runs. */
export function rememberOpened(tabId: number, url: string): Promise<void> {
  return remember(keyOf(tabId), url);
}

/**
 * Addresses that led to the page in a tab: the saved link it was opened from, while the tab is still on its first page.
 * Redirects add no history entry, a click does; so a longer history means that the person went on from there.
 */
export async function addressesBefore(tabId: number): Promise<string[]> {
  const opened = await recall(keyOf(tabId));
  if (typeof opened !== 'string') return [];
  const entries = await callInPage(tabId, () => history.length).catch(() => null);
  if (entries === 1) return [opened];
  if (entries !== null) await forget(keyOf(tabId));
  return [];
}
