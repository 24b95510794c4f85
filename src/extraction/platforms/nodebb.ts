import type { ThreadPlatform } from './thread-platform.ts';

/**
 * NodeBB.
 *
 * NodeBB posts have their author in an attribute and their buttons between the paragraphs.
 */
export const nodebb: ThreadPlatform = {
  post: '[component="post"]',
  content: '[component="post/content"]',
  author: '[itemprop="author"], [data-username], .fw-bold',
  authorAttribute: 'data-username',
  date: '.timeago, time',
};
