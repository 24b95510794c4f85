import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Flarum: the noscript view that it serves, and the rendered stream.
 *
 * Flarum serves its posts in noscript only and draws them with scripts.
 */
export const flarum: ThreadPlatform = {
  post: '#flarum-content article, .PostStream-item .Post',
  postText: '.Post-body',
  postAuthor: '.PostUser-name, .username',
};
