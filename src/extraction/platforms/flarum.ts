import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Flarum: the noscript view that it serves, and the rendered stream.
 *
 * Flarum serves its posts in noscript only and draws them with scripts.
 */
export const flarum: ThreadPlatform = [
  '#flarum-content article, .PostStream-item .Post',
  '.Post-body',
  '.PostUser-name, .username',
];
