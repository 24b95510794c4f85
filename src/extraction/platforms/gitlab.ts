import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Issues of GitLab, before and since its "work items".
 *
 * The description has no box like those of the comments and names nobody, so that an issue began with its first comment.
 */
export const gitlab: ThreadPlatform = {
  post: '.issuable-details, .work-item-view, .note-comment',
  postText: '.description .md, .work-item-description .md, .note-text',
  postAuthor: '.author, .author-link, .note-header-author-name',
};
