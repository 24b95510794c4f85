import type { ThreadPlatform } from './thread-platform.ts';

/**
 * uCoz, the builder of many Russian sites.
 *
 * uCoz sets posts in tables, with counts, groups and signatures.
 */
export const ucoz: ThreadPlatform = {
  post: 'tr[id^="post"]',
  postText: '.ucoz-forum-post',
  postAuthor: '.postUser',
};
