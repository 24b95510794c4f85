import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Baidu Tieba.
 *
 * Its addresses are no forum's, and each post ends in lines on floors and devices.
 */
export const tieba: ThreadPlatform = ['.l_post', '.d_post_content', '.p_author_name', '.tail-info:last-child'];
