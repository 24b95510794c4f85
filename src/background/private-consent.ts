import type { MessageSender } from '../messaging/message-sender.ts';
import { asRecord } from '../model/as-record.ts';
import { forget, recall, rememberOne } from '../platform/session-memory.ts';
import { checkConsent, type SourceTab } from './check-save.ts';

const PREFIX = 'kept-from-private.';

/**
 * Remembers that the person let this article of a private tab be kept, while the tab is there: its highlights may be, too.
 * Never throws: the article is kept by then, and a save that was done must not be told as failed.
 */
export async function rememberConsent({ tabId, isPrivate }: SourceTab, articleId: string): Promise<void> {
  if (isPrivate) await rememberOne(PREFIX, String(tabId), { at: Date.now(), articleId }).catch(() => undefined);
}

/** Throws `needs-consent` for a page in a private window, unless the person let this article be kept from that tab. */
export async function checkHighlightConsent(
  articleId: string,
  { kind, tabId, isPrivate }: MessageSender,
): Promise<void> {
  if (kind !== 'content-script' || !isPrivate) return;
  checkConsent({ isPrivate }, asRecord(await recall(PREFIX + tabId))['articleId'] === articleId);
}

/** To be called when the tab is gone. */
export const forgetConsent = (tabId: number): Promise<void> => forget(PREFIX + tabId);
