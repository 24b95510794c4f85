import type { ThreadPlatform } from './thread-platform.ts';

/**
 * The communities of Zendesk's help centres.
 *
 * Comments are answers there: without them the question stands alone.
 */
export const zendesk: ThreadPlatform = [
  '.post:has(> .post-info-container), .post-comments:has(> .comment-overview) .comment',
  '.post-body, .comment-body',
  '.post-author, .comment-meta > span',
];
