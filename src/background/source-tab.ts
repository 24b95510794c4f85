import type { MessageSender } from '../messaging/listen.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import { findTab } from '../platform/active-tab.ts';

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
