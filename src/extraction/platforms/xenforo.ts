import { messageCard } from './message-card.ts';
import type { ThreadPlatform } from './thread-platform.ts';

/**
 * XenForo 1 and 2.
 *
 * XenForo posts hold one or two sentences each, so that Readability keeps the longest posts and the signatures.
 */
export const xenforo: ThreadPlatform = [
  'article.message, .message[data-author], .message--article',
  ':is(.message-body, .message-content) .bbWrapper, .messageText',
  '.message-name, .username',
  '.message-attribution time, time.u-dt, .DateTime',
  messageCard[4],
  'data-author',
];
