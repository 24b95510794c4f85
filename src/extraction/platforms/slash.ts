import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Slash (Slashdot, SoylentNews and others that run its code).
 *
 * Comments stand in nested lists below a summary of what they speak of, of which Readability keeps the summary alone.
 */
export const slash: ThreadPlatform = {
  post: '.fhitem-story:only-of-type, .cw',
  postText: '.p, [id^="comment_body"]',
  postAuthor: '.story-byline a, .by a',
};
