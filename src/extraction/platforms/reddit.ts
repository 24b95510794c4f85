import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Reddit, old and new. Also engines made from its code.
 *
 * Reddit comments are custom elements or nested boxes with votes and buttons between the sentences.
 */
export const reddit: ThreadPlatform = {
  post: 'shreddit-post, shreddit-comment, .thing.link, .thing.comment',
  postText: ':scope > [slot="text-body"] .md, :scope > [slot="comment"], :scope > .entry .usertext-body',
  postAuthor: ':scope > .entry .author',
  authorAttribute: 'author',
};
