import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Bugzilla, with its own style and Mozilla's.
 *
 * The comments on a bug stand among fields and forms, and nothing else names who reported it.
 */
export const bugzilla: ThreadPlatform = {
  post: '.bz_comment:has(.fn), .change-set:has(.fn):has(.comment-text)',
  // A listing has lost its class by now.
  postText: 'pre, .comment-text',
  postAuthor: '.fn',
  postDate: '.bz_comment_time, .rel-time',
};
