import type { ThreadPlatform } from './thread-platform.ts';

/**
 * bbPress, the forum of WordPress.
 *
 * bbPress replies are article-like boxes of which one is kept.
 */
export const bbpress: ThreadPlatform = {
  post: '.bbp-body > .hentry, .bbp-body > div[class*="type-"], .bbp-lead-topic .hentry',
  postText: '.bbp-reply-content, .bbp-topic-content',
  postAuthor: '.bbp-author-name',
  postDate: '.bbp-reply-post-date',
  drop: '.bbp-reply-revision-log, .bbp-topic-revision-log',
};
