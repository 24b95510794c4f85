import type { ThreadPlatform } from './thread-platform.ts';

/**
 * bbPress, the forum of WordPress.
 *
 * Its replies look like articles, of which Readability keeps one.
 */
export const bbpress: ThreadPlatform = {
  post: '.bbp-body > .hentry, .bbp-body > div[class*="type-"], .bbp-lead-topic .hentry',
  postText: '.bbp-reply-content, .bbp-topic-content',
  postAuthor: '.bbp-author-name',
  postDate: '.bbp-reply-post-date',
  drop: '[class$="revision-log"]',
};
