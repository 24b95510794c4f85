import type { MessageSender } from '../messaging/message-sender.ts';
import type { SaveOptions, SaveReceipt } from '../model/library.ts';
import { normaliseUrl } from '../model/normalise-url.ts';
import { RectoError } from '../model/recto-error.ts';
import { findTab } from '../platform/active-tab.ts';
import { takeAsked } from './asked-link.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { checkConsent } from './check-save.ts';

/**
 * Keeps a link on behalf of a page of Recto, or of a content script: that one may keep its own page, or the link about
 * which the menu asked in its tab. Throws `bad-message` for any other address, and `needs-consent` in private windows.
 */
export async function saveLinkByMessage(
  { url, title, tabId, consent }: { url: string; title: string } & SaveOptions,
  sender: MessageSender,
  library: BackgroundLibrary,
): Promise<SaveReceipt> {
  if (!/^(?:https?|file):/i.test(url)) throw new RectoError('bad-message', 'only web addresses can be kept as links');
  if (sender.kind === 'content-script') await checkMaySave(url, sender);
  const tab = tabId === undefined ? null : await findTab(tabId);
  checkConsent({ isPrivate: sender.isPrivate || (tab?.isPrivate ?? false) }, consent);
  return library.saveLink({ url, title });
}

async function checkMaySave(url: string, sender: MessageSender): Promise<void> {
  if (normaliseUrl(url) === normaliseUrl(sender.url)) return;
  if (sender.tabId === null || !(await takeAsked(sender.tabId, url)))
    throw new RectoError('bad-message', 'a content script may keep its own page only');
}
