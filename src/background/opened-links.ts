import { asRecord } from '../model/parsing/as-record.ts';
import { callInPage } from '../platform/run-in-page.ts';
import { forget, recall, rememberOne } from '../platform/session-memory.ts';

/** Remembers which saved link each tab was opened for: after redirects its page has another address. */
const OPENED_LINK = 'opened-link.';

/** Remembers that Recto opened this tab for this address, for as long as the browser runs. */
export function rememberOpened(tabId: number, url: string): Promise<void> {
  return rememberOne(OPENED_LINK, String(tabId), { at: Date.now(), url });
}

/**
 * The addresses that led to the page in a tab: the saved link it was opened for, while the tab is still on its first
 * page. A redirect adds no history entry and a click does, so a longer history means that the person went on. None when
 * that is unknown: the page can still be saved, and its link is joined another time.
 */
export async function addressesBefore(tabId: number): Promise<string[]> {
  const { url } = asRecord(await recall(OPENED_LINK + tabId).catch(() => null));
  if (typeof url !== 'string') return [];
  const entries = await callInPage(tabId, () => history.length).catch(() => null);
  if (entries === 1) return [url];
  if (entries !== null) await forget(OPENED_LINK + tabId).catch(() => undefined);
  return [];
}
