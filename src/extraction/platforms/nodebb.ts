import type { ThreadPlatform } from './thread-platform.ts';

/** NodeBB. */
export const nodebb: ThreadPlatform = {
  name: 'nodebb',
  why: 'NodeBB posts have their author in an attribute and their buttons between the paragraphs.',
  post: '[component="post"]',
  content: '[component="post/content"]',
  author: '[itemprop="author"], [data-username], .fw-bold',
  authorAttribute: 'data-username',
  date: '.timeago, time',
};
