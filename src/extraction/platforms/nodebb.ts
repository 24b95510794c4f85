import type { ThreadPlatform } from './thread-platform.ts';

/**
 * NodeBB.
 *
 * NodeBB posts have their author in an attribute and their buttons between the paragraphs.
 */
export const nodebb: ThreadPlatform = {
  post: '[component="post"]',
  postText: '[component="post/content"]',
  postAuthor: '[itemprop="author"], [data-username], .fw-bold',
  authorAttribute: 'data-username',
  postDate: '.timeago',
};
