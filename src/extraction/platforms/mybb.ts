import type { ThreadPlatform } from './thread-platform.ts';

/**
 * MyBB.
 *
 * MyBB threads have profiles and signatures between the posts.
 */
export const mybb: ThreadPlatform = [
  '.post:has(.post_body)',
  '.post_body',
  '.author_information strong, .post_author strong, .largetext a',
  '.post_date',
  '.post_edit',
];
