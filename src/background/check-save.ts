import type { MessageSender } from '../messaging/listen.ts';
import type { Article } from '../model/article.ts';
import { asRecord } from '../model/as-record.ts';
import type { SaveOptions } from '../model/library.ts';
import { normaliseUrl } from '../model/normalise-url.ts';
import { RectoError } from '../model/recto-error.ts';
import { findTab } from '../platform/active-tab.ts';
import { forget, recall, rememberOne } from '../platform/session-memory.ts';
import type { BackgroundLibrary } from './background-library.ts';

/** The tab a message is about, as the browser tells it. */
export interface SourceTab {
  tabId: number;
  /** Its present address; null when it went to a site where Recto was not called. */
  url: string | null;
  isPrivate: boolean;
}

/**
 * Finds the tab a message is about: a content script's own, whatever it says, or the one that an extension page names.
 * Throws `tab-gone` when it was closed, and `bad-message` when a page names none.
 */
export async function sourceTab(sender: MessageSender, named: number | undefined): Promise<SourceTab> {
  if (sender.kind === 'content-script' && sender.tabId !== null)
    return { tabId: sender.tabId, url: sender.url, isPrivate: sender.isPrivate };
  if (named === undefined) throw new RectoError('bad-message', 'an extension page must name the tab');
  const tab = await findTab(named);
  if (tab === null) throw new RectoError('tab-gone', `tab ${named} is not there`);
  return { tabId: tab.id, url: tab.url, isPrivate: tab.isPrivate };
}

/** Throws `page-moved` when the article is not the one of the tab's present page, `needs-consent` as `checkConsent` does. */
export async function checkSave(
  { article, tabId, consent }: { article: Article } & SaveOptions,
  sender: MessageSender,
): Promise<SourceTab> {
  const tab = await sourceTab(sender, tabId);
  checkAddress(article.url, tab.url);
  checkConsent(tab, consent);
  return tab;
}

/** Throws `page-moved` when a tab that is at `now` does not show the page which was read at `url`. */
export function checkAddress(url: string, now: string | null): void {
  if (now === null || normaliseUrl(now) !== normaliseUrl(url))
    throw new RectoError('page-moved', `read at ${url}, the tab is at ${now ?? 'another site'}`);
}

/** Throws `needs-consent` for a private tab unless the person agreed. */
export function checkConsent(tab: { isPrivate: boolean }, consent: boolean | undefined): void {
  if (tab.isPrivate && consent !== true) throw new RectoError('needs-consent', 'the tab is private');
}

const KEPT_FROM_PRIVATE = 'kept-from-private.';

/**
 * Remembers, while the tab is there, that the person had this article of a private tab kept: its highlights and
 * pictures may then be kept, too. Never throws: the article is kept by then, and the save must not be reported as
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

/**
 * Throws `bad-message` when a content script names an article other than that of its own page: a page never learns what
 * is in the library. Extension pages may name any.
 */
export async function checkOwnArticle(id: string, sender: MessageSender, library: BackgroundLibrary): Promise<void> {
  if (sender.kind !== 'content-script') return;
  const [article] = await library.metadata([id]);
  if (article && normaliseUrl(article.url) !== normaliseUrl(sender.url))
    throw new RectoError('bad-message', 'a content script may ask about its own page only');
}
