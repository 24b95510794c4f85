import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Simple Machines Forum.
 *
 * SMF threads have profiles and signatures between the posts.
 */
export const smf: ThreadPlatform = {
  post: '.post_wrapper',
  postText: '.inner',
  postAuthor: '.poster h4',
  postDate: '.keyinfo .smalltext, .postinfo a',
  drop: '.quoteheader, .codeheader, .codeoperation',
};
