import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Asgaros, a forum for WordPress.
 *
 * Asgaros holds each post a second time, hidden, for who wants to quote it.
 */
export const asgaros: ThreadPlatform = {
  post: '.post-element',
  postText: '.post-message',
  postAuthor: '.post-username',
  drop: '[id^="post-quote"]',
};
