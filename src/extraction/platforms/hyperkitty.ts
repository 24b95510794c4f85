import type { ThreadPlatform } from './thread-platform.ts';

/**
 * HyperKitty, the archive of Mailman 3.
 *
 * Each message has its votes and buttons beside it, which Readability takes for text. Essays and newsletters
 * have boxes of these names as well, but no author in their heads.
 */
export const hyperkitty: ThreadPlatform = {
  post: '.email:has(.email-author):has(> .email-body)',
  postText: '.email-body',
  postAuthor: '.email-author .name',
  postDate: '.email-date .time',
};
