import type { Runtime } from '../platform/browser.ts';
import { browser } from '../platform/browser.ts';

/** Who sent a message, as the browser says; nothing of it comes from the message itself. */
export interface MessageSender {
  kind: 'extension-page' | 'content-script';
  /** Address of the sending document. */
  url: string;
  /** The tab it is in; null for the popup. */
  tabId: number | null;
  /** True for a private tab. A popup is never known to be private from here. */
  isPrivate: boolean;
}

/**
 * Reads the sender of a runtime message. Gives null for another extension, for a frame inside a
 * page, and for a document without an address.
 */
export function readSender(from: Runtime.MessageSender): MessageSender | null {
  if (from.id !== browser.runtime.id || from.url === undefined) return null;
  const isOwnPage = from.url.startsWith(browser.runtime.getURL(''));
  if (!isOwnPage && (from.tab?.id === undefined || from.frameId !== 0)) return null;
  return {
    kind: isOwnPage ? 'extension-page' : 'content-script',
    url: isOwnPage ? from.url : presentAddress(from, from.url),
    tabId: from.tab?.id ?? null,
    isPrivate: from.tab?.incognito ?? false,
  };
}

/**
 * In Chrome `sender.url` stays at the address the document was loaded from when the page moves on by `history.pushState`;
 * the tab's address, which `activeTab` lets us see, moves with it.
 */
function presentAddress(from: Runtime.MessageSender, loadedFrom: string): string {
  return from.tab?.url || loadedFrom;
}
