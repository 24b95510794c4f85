import { messageCard } from './message-card.ts';
import type { ThreadPlatform } from './thread-platform.ts';

/**
 * XenForo 1 and 2.
 *
 * XenForo posts hold one or two sentences each, so that Readability keeps the longest posts and the signatures.
 */
export const xenforo: ThreadPlatform = {
  post: 'article.message, .message[data-author], .message--article',
  postText: ':is(.message-body, .message-content) .bbWrapper, .messageText',
  postAuthor: '.message-name, .username',
  authorAttribute: 'data-author',
  postDate: '.message-attribution time, time.u-dt, .DateTime',
  // Of XenForo 1 is the button that opens a long quotation.
  drop: `.quoteExpand,${messageCard.drop}`,
};
