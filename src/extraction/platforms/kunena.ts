import type { ThreadPlatform } from './thread-platform.ts';

/**
 * Kunena, the forum of Joomla.
 *
 * Kunena has a profile before each post, and signatures and a call to log in behind it.
 */
export const kunena: ThreadPlatform = {
  post: '.message:has(.kmsg), .kblock:has(.kmsgtext)',
  postText: '.kmsg, .kmsgtext',
  postAuthor: '[class^="kwho-"]',
  postDate: '.message-published small, .kmsgdate',
};
