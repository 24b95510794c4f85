import { messageCard } from './message-card.ts';
import type { ThreadPlatform } from './thread-platform.ts';

/**
 * XenForo 1 and 2.
 *
 * XenForo posts hold one or two sentences each, so that Readability keeps the longest posts and the signatures.
 */
export const xenforo: ThreadPlatform = {
  post: 'article.message, .message--post[data-author], li.message[data-author], .message--article',
  postText: '.message-body .bbWrapper, .messageText, .message-content .bbWrapper',
  postAuthor: '.message-name, .username',
  authorAttribute: 'data-author',
  postDate: '.message-attribution time, time.u-dt, .DateTime',
  drop: `${messageCard.drop}, .file-preview, .js-unfurl-figure, .bbCodeBlock-expandLink, .bbCodeBlock-shrinkLink, .bbCodeBlock-sourceJump--hidden`,
};
