import type { ThreadPlatform } from './thread-platform.ts';

/**
 * HyperKitty, the archive of Mailman 3.
 *
 * Each message has its votes and buttons beside it, which Readability takes for text.
 */
export const hyperkitty: ThreadPlatform = {
  post: '.email:has(> .email-body)',
  postText: '.email-body',
  postAuthor: '.email-author .name',
  postDate: '.email-date .time',
};
