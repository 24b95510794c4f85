import type { ThreadPlatform } from './thread-platform.ts';

/**
 * phpBB 3, prosilver and styles made from it.
 *
 * In phpBB threads user profiles, ranks and signatures stand between the posts.
 */
export const phpbb: ThreadPlatform = {
  post: '.post:has(.postbody), .postbody:not(.post .postbody)',
  postText: '.content',
  postAuthor: ':is(.author, .postprofile) :is(.username, .username-coloured), .author strong',
  postDate: '.postdate, p.author:not(:has(time))',
  drop: '.notice, .postsig, .codebox > p',
};
