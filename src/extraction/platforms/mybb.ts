import type { ThreadPlatform } from './thread-platform.ts';

/**
 * MyBB.
 *
 * MyBB threads have profiles and signatures between the posts.
 */
export const mybb: ThreadPlatform = {
  post: '.post:has(.post_body)',
  content: '.post_body',
  author: '.author_information strong, .post_author strong, .largetext a',
  date: '.post_date',
  drop: '.post_edit, .signature',
};
