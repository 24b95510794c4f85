import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Baidu Tieba.
 *
 * Its addresses are no forum's, and each post ends in lines on floors and devices.
 */
export const tieba: ThreadPlatform = {
  post: '.l_post',
  postText: '.d_post_content',
  postAuthor: '.p_author_name',
  postDate: '.tail-info:last-child',
};
