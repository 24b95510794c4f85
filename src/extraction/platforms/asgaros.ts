import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Asgaros, a forum for WordPress.
 *
 * It holds each post a second time, hidden, for quoting.
 */
export const asgaros: ThreadPlatform = {
  post: '.post-element',
  postText: '.post-message',
  postAuthor: '.post-username',
  drop: '[id^="post-quote"]',
};
