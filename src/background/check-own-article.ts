import type { MessageSender } from '../messaging/message-sender.ts';
import { normaliseUrl } from '../model/normalise-url.ts';
import { RectoError } from '../model/recto-error.ts';
import type { BackgroundLibrary } from './background-library.ts';

/**
 * What is in the library is never told to a page: a content script is about the article of its own page only. Throws
 * `bad-message` when it names another; extension pages may name any.
 */
export async function checkOwnArticle(id: string, sender: MessageSender, library: BackgroundLibrary): Promise<void> {
  if (sender.kind !== 'content-script') return;
  const [article] = await library.metadata([id]);
  if (article && normaliseUrl(article.url) !== normaliseUrl(sender.url))
    throw new RectoError('bad-message', 'a content script may ask about its own page only');
}
