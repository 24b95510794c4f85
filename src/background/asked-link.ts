import { hashBytes } from '../model/hash-bytes.ts';
import { forget, recall, remember } from '../platform/session-memory.ts';

/** The link of a private page that waits for the person's answer: not the address, only what tells that it is the same. */
const PREFIX = 'asked-link.';

const hashOf = (url: string): Promise<string> => hashBytes(new TextEncoder().encode(url));

/** Remembers the link that the person is asked about in a tab. */
export async function rememberAsked(tabId: number, url: string): Promise<void> {
  await remember(PREFIX + tabId, await hashOf(url));
}

/** Whether the person was asked about this link in this tab; true once for each question. */
export async function takeAsked(tabId: number, url: string): Promise<boolean> {
  if ((await recall(PREFIX + tabId)) !== (await hashOf(url))) return false;
  await forget(PREFIX + tabId);
  return true;
}
