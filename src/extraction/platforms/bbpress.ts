import type { ThreadPlatform } from './thread-platform.ts';

/**
 * bbPress, the forum of WordPress.
 *
 * Its replies look like articles, of which Readability keeps one.
 */
export const bbpress: ThreadPlatform = [
  '.bbp-body > .hentry, .bbp-body > div[class*="type-"], .bbp-lead-topic .hentry',
  '.bbp-reply-content, .bbp-topic-content',
  '.bbp-author-name',
  '.bbp-reply-post-date',
  '[class$="revision-log"]',
];
