import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Lemmy, and kbin-like engines with the same class names.
 *
 * Lemmy comments are nested list items of which one branch is kept.
 */
export const lemmy: ThreadPlatform = {
  post: '.post-listing, li.comment > article:has(.md-div), .comment-node:has(.md-div)',
  postText: '.md-div',
  postAuthor: '.person-listing',
  postDate: '.moment-time',
};
