import type { ThreadPlatform } from './thread-platform.ts';

/**
 * wpForo, a forum for WordPress.
 *
 * wpForo posts stand beside ranks and counts of their authors, and have signatures.
 */
export const wpforo: ThreadPlatform = {
  post: '.wpforo-post',
  postText: '.wpf-right .wpforo-post-content',
  postAuthor: '.author-name a',
  postDate: '.wpf-post-date, .wpforo-post-date',
};
