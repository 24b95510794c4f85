import type { ThreadPlatform } from './thread-platform.ts';

/**
 * wpForo, a forum for WordPress.
 *
 * wpForo posts stand beside ranks and counts of their authors, and have signatures.
 */
export const wpforo: ThreadPlatform = [
  '.wpforo-post',
  '.wpf-right .wpforo-post-content',
  '.author-name a',
  '.wpf-post-date, .wpforo-post-date',
];
