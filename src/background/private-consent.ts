import type { MessageSender } from '../messaging/listen.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import { asRecord } from '../model/parsing/as-record.ts';
import { forget, recall, rememberOne } from '../platform/session-memory.ts';
import type { SourceTab } from './source-tab.ts';

/** Throws `needs-consent` for a private tab unless the person agreed. */
export function checkConsent(tab: { isPrivate: boolean }, consent: boolean | undefined): void {
  if (tab.isPrivate && consent !== true) throw new RectoError('needs-consent', 'the tab is private');
}

const KEPT_FROM_PRIVATE = 'kept-from-private.';

/**
 * Remembers, as long as the tab exists, that the person had this article of a private tab kept; its highlights and
 * pictures may then be kept as well. Never throws: the article is kept by then, and the save must not be reported as
 * failed.
 */
export async function rememberConsent({ tabId, isPrivate }: SourceTab, articleId: string): Promise<void> {
  if (isPrivate)
    await rememberOne(KEPT_FROM_PRIVATE, String(tabId), { at: Date.now(), articleId }).catch(() => undefined);
}

/** Throws `needs-consent` for a page in a private window, unless the person had this article kept from that tab. */
export async function checkHighlightConsent(
  articleId: string,
  { kind, tabId, isPrivate }: MessageSender,
): Promise<void> {
  if (kind !== 'content-script' || !isPrivate) return;
  checkConsent({ isPrivate }, await wasKeptFrom(tabId, articleId));
}

/** Whether the person had this article kept from this private tab. */
export const wasKeptFrom = async (tabId: number | null, articleId: string): Promise<boolean> =>
  asRecord(await recall(KEPT_FROM_PRIVATE + tabId))['articleId'] === articleId;

/** Call it when the tab is gone. */
export const forgetConsent = (tabId: number): Promise<void> => forget(KEPT_FROM_PRIVATE + tabId);
