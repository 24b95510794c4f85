import type { MessageSender } from '../../../src/messaging/listen.ts';
import { sampleArticle } from './sample-article.ts';

/** Recto's own popup, as the sender of a message. */
export const page: MessageSender = {
  kind: 'extension-page',
  url: 'chrome-extension://recto/src/popup/popup.html',
  tabId: null,
  isPrivate: false,
};

/** The page of the sample article in tab 7, as the sender of a message. */
export const inPage = (changes: Partial<MessageSender> = {}): MessageSender => ({
  kind: 'content-script',
  url: sampleArticle().url,
  tabId: 7,
  isPrivate: false,
  ...changes,
});
