import type { ThreadPlatform } from './thread-platform.ts';

/**
 * The communities of Zendesk's help centres.
 *
 * Comments are answers there: without them the question stands alone.
 */
export const zendesk: ThreadPlatform = {
  post: '.post:has(> .post-info-container), .post-comments:has(> .comment-overview) .comment',
  postText: '.post-body, .comment-body',
  postAuthor: '.post-author, .comment-meta > span',
};
