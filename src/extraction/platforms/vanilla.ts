import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Vanilla Forums.
 *
 * Vanilla threads are a first post and a list of comments of which one is kept.
 */
export const vanilla: ThreadPlatform = {
  post: '.ItemDiscussion, .ItemComment',
  postText: '.userContent, .Message',
  postAuthor: '.Author a',
};
