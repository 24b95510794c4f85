import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Khoros, once Lithium: forums of large firms. Its blogs have the same boxes, and are articles.
 *
 * Khoros posts end in a count of the messages, and have ranks behind the names.
 */
export const khoros: ThreadPlatform = {
  post: '.lia-message-view-forum-message, .lia-message-view-qanda-message',
  postText: '.lia-message-body-content',
  postAuthor: '.lia-user-name-link',
  postDate: '.DateTime',
};
