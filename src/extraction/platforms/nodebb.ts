import type { ThreadPlatform } from './thread-platform.ts';

/**
 * NodeBB.
 *
 * NodeBB posts have their author in an attribute and their buttons between the paragraphs.
 */
export const nodebb: ThreadPlatform = [
  '[component="post"]',
  '[component="post/content"]',
  '[itemprop="author"], [data-username], .fw-bold',
  '.timeago',
  '',
  'data-username',
];
