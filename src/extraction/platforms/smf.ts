import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Simple Machines Forum.
 *
 * SMF threads have profiles and signatures between the posts.
 */
export const smf: ThreadPlatform = {
  post: '.post_wrapper',
  content: '.inner, .post .inner, [id^="msg_"].inner',
  author: '.poster h4 a, .poster h4',
  date: '.keyinfo .smalltext, .postinfo a',
  drop: '.signature, .quoteheader, .codeheader, .codeoperation',
};
