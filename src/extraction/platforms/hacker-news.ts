import type { ThreadPlatform } from './thread-platform.ts';

/**
 * The news program of Arc (Hacker News) and its copies.
 *
 * Its comments are table rows indented by a picture, of which Readability keeps a few.
 */
export const hackerNews: ThreadPlatform = {
  post: 'tr.athing.comtr, .fatitem',
  postText: '.commtext, .toptext',
  postAuthor: '.hnuser',
  postDate: '.age',
};
