import type { ThreadPlatform } from './thread-platform.ts';

/**
 * MyBB.
 *
 * MyBB threads have profiles and signatures between the posts.
 */
export const mybb: ThreadPlatform = {
  post: '.post:has(.post_body)',
  postText: '.post_body',
  postAuthor: '.author_information strong, .post_author strong, .largetext a',
  postDate: '.post_date',
  drop: '.post_edit',
};
