import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Lobsters and sites that run its code.
 *
 * Lobsters comments are nested list items with votes and folding controls.
 */
export const lobsters: ThreadPlatform = {
  post: '.comments_subtree > .comment, .story',
  postText: '.comment_text, .story_text',
  postAuthor: '.byline a[href*="~"], .byline a[href*="/u"]',
};
