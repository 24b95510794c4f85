import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Bugzilla, with its own style and Mozilla's.
 *
 * The comments on a bug stand among fields and forms, and nothing else names who reported it.
 */
export const bugzilla: ThreadPlatform = [
  '.bz_comment:has(.fn), .change-set:has(.fn):has(.comment-text)',
  // A listing has lost its class by now.
  'pre, .comment-text',
  '.fn',
  '.bz_comment_time, .rel-time',
];
