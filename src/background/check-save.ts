import type { MessageSender } from '../messaging/listen.ts';
import { normaliseUrl } from '../model/address/normalise-url.ts';
import type { Article } from '../model/article.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import type { SaveOptions } from '../model/library.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { checkConsent } from './private-consent.ts';
import { type SourceTab, sourceTab } from './source-tab.ts';

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
