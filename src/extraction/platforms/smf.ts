import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Simple Machines Forum.
 *
 * SMF threads have profiles and signatures between the posts.
 */
export const smf: ThreadPlatform = [
  '.post_wrapper',
  '.inner',
  '.poster h4',
  '.keyinfo .smalltext, .postinfo a',
  '.quoteheader, .codeheader, .codeoperation',
];
