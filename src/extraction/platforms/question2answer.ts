import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Question2Answer.
 *
 * Of a question and its answers only the question is kept.
 */
export const question2answer: ThreadPlatform = {
  post: '.qa-q-view, .qa-a-list-item, .qa-c-list-item',
  postText: '.qa-q-view-content, .qa-a-item-content, .qa-c-item-content',
  postAuthor: '.qa-user-link',
};
