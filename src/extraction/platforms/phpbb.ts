import type { ThreadPlatform } from './thread-platform.ts';

/**
 * phpBB 3, prosilver and styles made from it.
 *
 * In phpBB threads user profiles, ranks and signatures stand between the posts.
 */
export const phpbb: ThreadPlatform = [
  '.post:has(.postbody), .postbody:not(.post .postbody)',
  '.content',
  ':is(.author, .postprofile) :is(.username, .username-coloured), .author strong',
  '.postdate, p.author:not(:has(time))',
  '.notice, .postsig, .codebox > p',
];
