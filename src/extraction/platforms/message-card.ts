import type { ThreadPlatform } from './thread-platform.ts';

/**
 * The markup that VerticalScope's several hundred car, craft and sport forums put over XenForo.
 *
 * These XenForo threads have class names of their own, and each post carries buttons, signatures and a preview of
 * itself.
 */
export const messageCard = {
  post: '.MessageCard',
  postText: '.bbWrapper',
  postAuthor: '.MessageCard__user-info__name',
  // The first post names the day of the last one as well.
  postDate: '.MessageCard__date-created',
  drop:
    '.message-signature, .MessageCard__signature, .contentRow-snippet, .file-preview, .bbCodeBlock-expandLink, ' +
    '.bbCodeBlock-shrinkLink, .bbCodeBlock-sourceJump--hidden',
} satisfies ThreadPlatform;
